/** Runs in the sign-in window: hands the one-time code to the window that opened it, to one origin only, and closes. */
const { code, panelOrigin } = JSON.parse(document.getElementById('handover').textContent);
// The address holds the wiki's code and the state: both are used up, and neither belongs into the history.
history.replaceState(null, '', location.pathname);
if (window.opener) {
	window.opener.postMessage({ wikihaven: 'sign-in', code }, panelOrigin);
	window.close();
} else {
	document.getElementById('done').hidden = true;
	document.getElementById('no-opener').hidden = false;
}
