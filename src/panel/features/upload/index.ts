/** Files about to be uploaded: are they there already? Its code loads with the first file that somebody chooses. */
import type { Feature } from '../../panel.ts';
import { lazyView } from '../../ui/lazy.tsx';

export const upload: Feature = {
	id: 'upload',
	needs: 'none',
	View: lazyView(async () => (await import('./upload-view.tsx')).UploadView),
	entries: [],
};
