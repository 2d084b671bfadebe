/** Which part of the world is a country in? Names of the UN M49 sub-regions by their numbers, written by hand. */

/** English names of the sub-regions of the UN standard M49, by number; 010 is Antarctica. */
export const REGION_NAMES: Readonly<Record<string, string>> = {
  '010': 'Antarctica',
  '015': 'Northern Africa',
  '021': 'Northern America',
  '030': 'Eastern Asia',
  '034': 'Southern Asia',
  '035': 'South-eastern Asia',
  '039': 'Southern Europe',
  '053': 'Australia and New Zealand',
  '054': 'Melanesia',
  '057': 'Micronesia',
  '061': 'Polynesia',
  '143': 'Central Asia',
  '145': 'Western Asia',
  '151': 'Eastern Europe',
  '154': 'Northern Europe',
  '155': 'Western Europe',
  '202': 'Sub-Saharan Africa',
  '419': 'Latin America and the Caribbean',
}
