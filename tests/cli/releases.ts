/** A handful of releases for tests of commands. */

import type { ReleaseInput } from '../../src/types.js'

export const RELEASES: ReleaseInput[] = [
  {
    id: 'macao',
    title: 'Officers in Macao Train Against Human Trafficking',
    body: 'Police and customs officers met in Macao to learn how human trafficking is recognised.\n\nThe casino towns draw workers from the whole region.',
    date: '2011-02-28',
    countries: ['MO', 'CN'],
    language: 'en',
    url: 'https://example.org/news/macao',
    facets: { topic: ['trafficking', 'training'] },
  },
  {
    id: 'dadaab',
    title: 'New Camp for Refugees near Dadaab',
    body: 'Refugees from Somalia move into a new camp near Dadaab this week. The refugees came on foot.',
    date: '2011-08',
    countries: ['KE'],
    language: 'en',
    facets: { topic: 'camps' },
  },
  {
    id: 'retour',
    title: 'Retour volontaire vers la Guinée',
    body: 'Cent personnes sont rentrées en Guinée avec un vol affrété.',
    date: '2008',
    countries: ['GN'],
    language: 'fr',
  },
  { id: 'undated', title: 'Notes on Refugees', body: '=SUM(A1) is no formula here. Refugees, again.', language: 'en' },
]

/** The same as JSON Lines. */
export const RELEASES_JSONL = RELEASES.map((release) => `${JSON.stringify(release)}\n`).join('')
