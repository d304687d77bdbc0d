/** Where Debian puts WebKitGTK's own small browser, which WebDriver drives: the folder bears the version of the library. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const libraries = ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'];

/** The path of MiniBrowser; undefined where WebKitGTK is not installed. */
export function miniBrowser(lib = '/usr/lib'): string | undefined {
	const folders = existsSync(lib) ? readdirSync(lib) : [];
	const places = folders.flatMap((folder) => libraries.map((library) => join(lib, folder, library, 'MiniBrowser')));
	return places.find((place) => existsSync(place));
}
