/** Files from outside the wiki: a photograph that tells where it was taken, and an e-mail. */
import { encode } from 'jpeg-js';

/** Where the photograph says it was taken, as EXIF keeps it: a text that must not come out. */
export const secretPlace = 'CANARY-51.4779N';

const word = (value: number): number[] => [value >> 8, value & 255];
const long = (value: number): number[] => [0, 0, ...word(value)];

/** One field of a TIFF directory, big-endian: tag, type, count, value or offset. */
const field = (tag: number, type: number, count: number, value: number[]): number[] => [
	...word(tag),
	...word(type),
	...long(count),
	...value,
];

/** EXIF 2.3: IFD0 with a description and a pointer to a GPS directory with a reference to the north. */
function exif(): number[] {
	const text = [...Buffer.from(`${secretPlace}\0`, 'latin1')];
	const gpsAt = 8 + 2 + 2 * 12 + 4;
	const textAt = gpsAt + 2 + 12 + 4;
	const description = field(0x010e, 2, text.length, long(textAt));
	const pointer = field(0x8825, 4, 1, long(gpsAt));
	const north = field(0x0001, 2, 2, [0x4e, 0, 0, 0]);
	const directories = [...word(2), ...description, ...pointer, ...long(0), ...word(1), ...north, ...long(0)];
	return [...Buffer.from('Exif\0\0MM\0*', 'latin1'), ...long(8), ...directories, ...text];
}

/** A JPEG of coloured stripes with EXIF and GPS in it. */
export function photograph(width = 320, height = 200): Buffer {
	const data = Buffer.alloc(width * height * 4, 255);
	for (let at = 0; at < data.length; at += 4) data[at] = (at / 4) % width;
	const jpeg = encode({ width, height, data }, 90).data;
	const segment = exif();
	return Buffer.concat([
		jpeg.subarray(0, 2),
		Buffer.from([0xff, 0xe1, ...word(segment.length + 2), ...segment]),
		jpeg.subarray(2),
	]);
}

export const email = [
	'Received: from laptop.example.net ([203.0.113.9]) by mx.example.org; Fri, 20 Nov 2026 10:01:00 +0000',
	'From: "Mallory M." <mallory@example.net>',
	'To: Reporter <reporter@example.org>',
	'Date: Fri, 20 Nov 2026 11:00:00 +0100',
	'Subject: =?UTF-8?B?TGV0enRlIFdhcm51bmcg4oCU?= leave',
	'Message-ID: <abc123@example.net>',
	'MIME-Version: 1.0',
	'Content-Type: multipart/alternative; boundary=b',
	'',
	'--b',
	'Content-Type: text/plain; charset=utf-8',
	'Content-Transfer-Encoding: quoted-printable',
	'',
	'I know where you live, =C3=A9tranger.',
	'--b',
	'Content-Type: text/html',
	'',
	'<p>I know where you live</p><img src="https://tracker.example.net/pixel.png">',
	'--b--',
	'',
].join('\r\n');
