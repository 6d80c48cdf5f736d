import { expect, test } from 'vitest';
import { ARTEFACT_BYTES, faultOf, formatOf, pictureSize, showsSame } from '../../../src/artefact/format.ts';
import { png } from '../../fixtures/png.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><path d="M0 0"/></svg>\n';
/** A JPEG's markers without its picture: its start, a comment, a frame of 7 × 5, its end. */
const JPEG = Buffer.from('ffd8fffe00040000ffc0000b080005000701011100ffd9', 'hex');

test.each([
  ['carte.png', 'png'],
  ['sorties/carte.jpg', 'jpeg'],
  ['carte.svg', 'svg'],
  ['note.txt', 'text'],
  ['carte.PNG', undefined],
  ['carte.gif', undefined],
  ['png', undefined],
  ['a.constructor', undefined],
])('%s is a file of the kind %s', (name, format) => {
  expect(formatOf(name)).toBe(format);
});

test.each([
  ['carte.png', png({ width: 40, height: 30 }), { width: 40, height: 30 }],
  ['carte.jpg', JPEG, { width: 7, height: 5 }],
  ['carte.svg', Buffer.from(SVG), { width: 30, height: 20 }],
  ['carte.svg', Buffer.from(`<?xml version="1.0"?>\n<!-- a -->\n${SVG}`), { width: 30, height: 20 }],
  ['carte.svg', Buffer.from(SVG.replace('viewBox', 'width="60px" height="40" viewBox')), { width: 60, height: 40 }],
])('%s is what its name says, and has its size', (name, content, size) => {
  expect(faultOf(name, content)).toBeUndefined();
  expect(pictureSize(name, content)).toEqual(size);
});

test.each([
  ['empty', 'carte.png', Buffer.alloc(0), 'il est vide'],
  ['too large', 'note.txt', Buffer.alloc(ARTEFACT_BYTES + 1, 'a'), 'il dépasse 300 ko'],
  ['an error instead of a map', 'carte.png', Buffer.from('<ServiceException>\n  non\n'), 'par « <ServiceException> »'],
  ['of another kind', 'carte.png', JPEG, 'ce n’est pas une image PNG entière'],
  ['cut', 'carte.png', png().subarray(0, -12), 'ce n’est pas une image PNG entière'],
  ['spoilt', 'carte.png', png().fill(1, 45, 46), 'ce n’est pas une image PNG entière'],
  ['a JPEG that was cut', 'carte.jpg', JPEG.subarray(0, -2), 'ce n’est pas une image JPEG entière'],
  ['a page', 'carte.svg', Buffer.from('<html></html>'), 'ce n’est pas une image SVG entière'],
  ['an SVG that was cut', 'carte.svg', Buffer.from(SVG.slice(0, -8)), 'ce n’est pas une image SVG entière'],
  ['a drawing without its namespace', 'a.svg', Buffer.from('<svg></svg>'), 'ce n’est pas une image SVG entière'],
  ['bytes', 'note.txt', Buffer.from([0xff, 0xfe]), 'ce n’est pas du texte en UTF-8'],
  ['zeroes', 'note.txt', Buffer.from('a\0'), 'ce n’est pas du texte en UTF-8'],
])('what is %s is not kept, and says why', (_, name, content, why) => {
  expect(faultOf(name, content)).toContain(why);
});

test('a PNG shows the same where its pixels are the same, however they are packed and whatever is written beside', () => {
  const packed = png({ width: 64, height: 64, level: 0, comment: 'le 3 mai' });
  expect(packed.equals(png({ width: 64, height: 64 }))).toBe(false);
  expect(showsSame('carte.png', packed, png({ width: 64, height: 64 }))).toBe(true);
  expect(showsSame('carte.png', packed, png({ width: 64, height: 64, grey: 129 }))).toBe(false);
  expect(showsSame('carte.png', png({ width: 3, height: 8 }), png({ width: 8, height: 3 }))).toBe(false);
});

test('of all others every byte counts', () => {
  expect(showsSame('carte.svg', Buffer.from(SVG), Buffer.from(SVG))).toBe(true);
  expect(showsSame('carte.svg', Buffer.from(SVG), Buffer.from(`${SVG} `))).toBe(false);
});
