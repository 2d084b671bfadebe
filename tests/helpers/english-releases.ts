/** What do tests search that need real words? Short made-up releases in English, Spanish and French. */

import type { Release } from '../../src/types.js'

export const ENGLISH_RELEASES: readonly Release[] = [
  {
    id: 'returns-2009',
    title: 'Stranded Workers Fly Home from Tripoli',
    body: 'Three hundred stranded migrant workers were flown home this week.\n\nThe returning migrants received food and a travel allowance. Many had worked on building sites in Tripoli, where wages went unpaid for months.',
    date: '2009-03-14',
    dateSource: 'stated',
    countries: ['LY'],
    mentions: ['LY', 'GH'],
    language: 'en',
    url: 'https://example.org/returns',
    facets: { topic: ['return', 'labour'], office: 'Geneva' },
  },
  {
    id: 'camp-2011',
    title: 'Camp Families Move to Higher Ground',
    body: 'Heavy rain flooded the camp. Families moved their tents to higher ground, and engineers dug drains.\n\nThe camp houses four thousand displaced families; the rain will last until April.',
    date: '2011-02',
    countries: ['HT'],
    mentions: ['HT'],
    language: 'en',
    facets: { topic: 'shelter' },
  },
  {
    id: 'police-2011',
    title: 'Police Officers Learn to Spot Forced Labour',
    body: 'Forty police officers took part in a course on forced labour. Officers from two ports practised interviews.',
    date: '2011-09-30',
    countries: ['TH', 'KH'],
    mentions: ['TH', 'KH', 'MM'],
    language: 'en',
    facets: { topic: ['trafficking', 'labour'] },
  },
  {
    id: 'familias-2004',
    title: 'Familias desplazadas regresan a sus aldeas',
    body: 'Doscientas familias desplazadas regresaron a sus aldeas con semillas y herramientas.\n\nLas familias habían pasado dos años en un campamento.',
    date: '2004',
    countries: ['CO'],
    language: 'es',
  },
  {
    id: 'retour-1999',
    title: 'Retour des familles après la crue',
    body: 'Les familles déplacées par la crue sont rentrées chez elles. Les autorités ont distribué des tentes.',
    date: '1999-12-31',
    countries: ['BJ'],
    language: 'fr',
  },
  { id: 'undated', title: 'A Note on Boats', body: 'Boats left the port at night. No one counted the boats.' },
]
