// Small files of every kind, made byte by byte, and files that are not what they are called.
import { strToU8, zipSync } from 'fflate';
import type { FileKind } from '../../src/domain/attachment';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

const main = (kind: string): string => `application/vnd.openxmlformats-officedocument.${kind}.main+xml`;

/** An archive with these parts, and a list of contents that says so. */
function office(mainType: string, parts: Readonly<Record<string, string>> = {}, more = ''): Uint8Array {
  const contents = `<?xml version="1.0"?><Types><Override PartName="/main.xml" ContentType="${mainType}"/>${more}</Types>`;
  const all = { '[Content_Types].xml': contents, 'main.xml': '<main/>', ...parts };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])));
}

/** A compound file of 512-byte sectors whose directory has these names: the table stands in sector 0, the directory in those after it. */
export function compound(names: readonly string[]): Uint8Array {
  const sectors = Math.ceil(names.length / 4);
  const bytes = new Uint8Array(512 * (2 + sectors));
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint32(48, 1, true);
  view.setUint32(68, 0xfffffffe, true);
  for (let index = 1; index < 109; index += 1) view.setUint32(76 + index * 4, 0xffffffff, true);
  view.setUint32(512, 0xfffffffd, true);
  for (let sector = 1; sector <= sectors; sector += 1) view.setUint32(512 + sector * 4, sector === sectors ? 0xfffffffe : sector + 1, true);
  names.forEach((name, index) => {
    const start = 1024 + index * 128;
    Array.from(name).forEach((character, place) => view.setUint16(start + place * 2, character.charCodeAt(0), true));
    view.setUint16(start + 64, (name.length + 1) * 2, true);
  });
  return bytes;
}

const mail = ['From: "Leverantör" <info@leverantor.example>', 'Subject: Intrång', '  i vårt system', '', '<html>Hej</html>'].join('\r\n');

/** One of each kind that is let in, under an ordinary name. */
export const passive: Readonly<Record<FileKind, readonly [name: string, bytes: Uint8Array]>> = {
  jpeg: ['Foto.JPG', latin('\xff\xd8\xff\xe0\x00\x10JFIF')],
  png: ['skärmbild.png', latin('\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR')],
  webp: ['bild.webp', latin('RIFF\x24\x00\x00\x00WEBPVP8 ')],
  heic: ['IMG_0001.HEIC', latin('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00')],
  pdf: ['brev.pdf', latin('%PDF-1.7\n%\xe2\xe3')],
  word: ['brev.docx', office(main('wordprocessingml.document'))],
  excel: ['lista.xlsx', office(main('spreadsheetml.sheet'), { 'xl/printerSettings/printerSettings1.bin': 'x' })],
  powerpoint: ['bilder.pptx', office(main('presentationml.presentation'))],
  mail: ['mejl.eml', strToU8(mail)],
  'outlook-mail': ['mejl.msg', compound(['Root Entry', '__nameid_version1.0', 'a', 'b', 'c', '__properties_version1.0'])],
  text: ['anteckning.txt', strToU8('\ufeffTre rader\r\nom <b>det</b> som hände\n')]
};

const macros = 'application/vnd.ms-office.vbaProject';

/** What runs, may hold what runs, or shows itself as a page, each under a name that says nothing of it. */
export const active: readonly (readonly [what: string, bytes: Uint8Array])[] = [
  ['a web page', latin(' \n<!DOCTYPE html><script>alert(1)</script>')],
  ['a web page after a byte order mark', latin('\xef\xbb\xbf<html>')],
  ['an SVG picture', latin('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['a shell script', latin('#!/bin/sh\nrm -r x')],
  ['a Windows program', latin('MZ\x90\x00\x03\x00')],
  ['a Linux program', latin('\x7fELF\x02\x01')],
  ['a shortcut', latin('L\x00\x00\x00\x01\x14\x02\x00')],
  ['an archive', zipSync({ 'a.txt': latin('a') })],
  ['a broken archive', latin('PK\x03\x04 and nothing more')],
  ['an archive of another make', latin('7z\xbc\xaf\x27\x1c')],
  ['a document with macros', office('application/vnd.ms-word.document.macroEnabled.main+xml')],
  ['macros in a document that says it has none', office(main('wordprocessingml.document'), { 'word/vbaProject.bin': 'x' })],
  [
    'macros under another name',
    office(main('wordprocessingml.document'), { 'word/a.bin': 'x' }, `<Override PartName="/word/a.bin" ContentType="${macros}"/>`)
  ],
  [
    'macros whose name is hidden by an entity',
    office(
      main('wordprocessingml.document'),
      { 'word/a.bin': 'x' },
      '<Override PartName="/word/a.bin" ContentType="application/vnd.ms-office.v&#98;aProject"/>'
    )
  ],
  ['sheets of Excel 4 macros', office(main('spreadsheetml.sheet'), { 'xl/macrosheets/sheet1.xml': 'x' })],
  ['an object in a document', office(main('wordprocessingml.document'), { 'word/embeddings/oleObject1.bin': 'x' })],
  ['a document of Word before 2007', compound(['Root Entry', 'WordDocument'])],
  ['a mail with such a document in it', compound(['Root Entry', '__properties_version1.0', '__substg1.0_3701000D', 'WordDocument'])]
];
