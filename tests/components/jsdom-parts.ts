// The parts of a browser that jsdom lacks and the screens use.
import { initializeIcons } from '@fluentui/react';
import { TextDecoder, TextEncoder } from 'node:util';

let width = 1200;

/** Sets the width, in pixels, of whatever is measured from now on. */
export function setWidth(pixels: number): void {
  width = pixels;
}

/** Tells its listener the width at once, and never again. */
class OneMeasure implements ResizeObserver {
  constructor(private readonly listener: ResizeObserverCallback) {}

  observe(target: Element): void {
    const contentRect = Object.assign(target.getBoundingClientRect(), { width });
    this.listener([{ target, contentRect, borderBoxSize: [], contentBoxSize: [], devicePixelContentBoxSize: [] }], this);
  }

  unobserve(): void {
    // Nothing is followed.
  }

  disconnect(): void {
    // Nothing is followed.
  }
}

Object.assign(globalThis, { ResizeObserver: OneMeasure, TextEncoder, TextDecoder });
initializeIcons('', { disableWarnings: true });
