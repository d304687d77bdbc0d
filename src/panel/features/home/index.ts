/** The panel's first view: what there is, who is signed in, the own mark. */
import type { Feature } from '../../panel.ts';
import { HomeView } from './view.tsx';

export const home: Feature = { id: 'home', needs: 'none', title: 'home-title', View: HomeView, entries: [] };
