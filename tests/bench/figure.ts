// What a measurement says: a value, and the peer or bare limit it is held against.
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly peer: string;
  readonly peerValue: number;
}
