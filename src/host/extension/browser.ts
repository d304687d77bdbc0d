/** The one place that imports the extension API: the package throws in any page that is not an extension's. */
export { default as browser } from 'webextension-polyfill';
