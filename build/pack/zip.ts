/** Writes zip archives that are the same bytes for the same files: sorted names, one fixed time, one compressor. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
	/** With `/`, relative. */
	readonly name: string;
	readonly bytes: Uint8Array;
}

/** 1980-01-01 00:00, the first time that the format (APPNOTE 4.4.6) knows. */
const dosTime = 0;
const dosDate = (1 << 5) | 1;
/** Names are UTF-8 (APPNOTE 4.4.4, bit 11); version 2.0 is enough for deflate. */
const utf8 = 0x0800;
const version = 20;
const deflated = 8;

/** As PKWARE's APPNOTE.TXT 4.3 lays it out, without the 64-bit extensions: up to 4 GB. */
export function zip(entries: readonly ZipEntry[]): Buffer {
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let at = 0;
	for (const { name, bytes } of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
		const path = Buffer.from(name);
		const packed = deflateRawSync(bytes, { level: 9 });
		const common = Buffer.alloc(26);
		common.writeUInt16LE(version, 0);
		common.writeUInt16LE(utf8, 2);
		common.writeUInt16LE(deflated, 4);
		common.writeUInt16LE(dosTime, 6);
		common.writeUInt16LE(dosDate, 8);
		common.writeUInt32LE(crc32(bytes), 10);
		common.writeUInt32LE(packed.length, 14);
		common.writeUInt32LE(bytes.length, 18);
		common.writeUInt16LE(path.length, 22);
		const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, path, packed]);
		const rest = Buffer.alloc(14);
		rest.writeUInt32LE(at, 10);
		directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([version, 0]), common, rest, path]));
		parts.push(local);
		at += local.length;
	}
	const list = Buffer.concat(directory);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(entries.length, 4);
	end.writeUInt16LE(entries.length, 6);
	end.writeUInt32LE(list.length, 8);
	end.writeUInt32LE(at, 12);
	return Buffer.concat([...parts, list, Buffer.from('PK\u0005\u0006'), end]);
}
