/** Texts and the tokens they become, as data: `position:stem/tag[source]`, a concept with `*`. */

/** One text with its tokens. */
export interface TokenCase {
  name: string
  text: string
  language?: string
  tokens: string
}

export const TOKEN_CASES: readonly TokenCase[] = [
  {
    name: 'plain words',
    text: 'The migrants crossed.',
    tokens: '0:the/1[The] 1:migrant/1[migrants] 2:cross/1[crossed]',
  },
  {
    name: 'a hyphenated word in parts and whole',
    text: 'post-conflict areas',
    tokens: '0:post/1[post] 0:postconflict/1[post-conflict] 1:conflict/1[conflict] 2:area/1[areas]',
  },
  {
    name: 'a compound of four parts is joined, one of five is not',
    text: 'mother-to-child-line a-b-c-d-e',
    tokens:
      '0:mother/1[mother] 0:mothertochildlin/1[mother-to-child-line] 1:to/1[to] 2:child/1[child] 3:line/1[line] ' +
      '4:a/1[a] 5:b/1[b] 6:c/1[c] 7:d/1[d] 8:e/1[e]',
  },
  {
    name: 'a non-breaking hyphen',
    text: 're\u2011entry',
    tokens: '0:re/1[re] 0:reentri/1[re\u2011entry] 1:entri/1[entry]',
  },
  { name: 'a dash separates', text: 'Abuja\u2013Lagos', tokens: '0:abuja/1[Abuja] 1:lago/1[Lagos]' },
  { name: 'a soft hyphen is nothing', text: 'mi\u00adgra\u00adtion', tokens: '0:migrat/1[mi\u00adgra\u00adtion]' },
  {
    name: 'possessives take no place',
    text: "IOM's Women\u2019s office",
    tokens: '0:iom/1[IOM] 1:woman/1[Women] 2:offic/1[office]',
  },
  {
    name: 'a possessive of a joined form',
    text: "Secretary-General's visit",
    tokens: '0:secretari/1[Secretary] 0:secretarygener/1[Secretary-General] 1:general/1[General] 2:visit/1[visit]',
  },
  {
    name: 'elided articles are words of their own, in any language',
    text: "Côte d'Ivoire",
    tokens: '0:cote/1[Côte] 1:d/1[d] 2:ivoir/1[Ivoire]',
  },
  {
    name: 'French elision',
    language: 'fr',
    text: 'l’Organisation qu’elle jusqu’ici',
    tokens: '0:l/2[l] 1:organis/2[Organisation] 2:qu/2[qu] 3:elle/2[elle] 4:jusqu/2[jusqu] 5:ici/2[ici]',
  },
  {
    name: 'Italian elision',
    language: 'it',
    text: "dell'Unione all’Italia",
    tokens: '0:dell/8[dell] 1:union/8[Unione] 2:all/8[all] 3:ital/8[Italia]',
  },
  {
    name: 'other apostrophes: in parts and joined',
    text: "Sana'a",
    tokens: "0:sana/1[Sana] 0:sanaa/1[Sana'a] 1:a/1[a]",
  },
  { name: 'contractions separate', text: "don't we'll", tokens: '0:don/1[don] 1:t/1[t] 2:we/1[we] 3:ll/1[ll]' },
  {
    name: 'an apostrophe inside Cyrillic is a letter',
    language: 'uk',
    text: 'здоров’я комп’ютер',
    tokens: '0:здоров/10[здоров’я] 1:компютер/10[комп’ютер]',
  },
  {
    name: 'dotted acronyms',
    text: 'the U.N., U.S.A. and e.g. U.K',
    tokens: '0:the/1[the] 1:un/1[U.N.] 2:usa/1[U.S.A.] 3:and/1[and] 4:eg/1[e.g.] 5:uk/1[U.K]',
  },
  { name: 'a dotted acronym with a possessive', text: "U.N.'s work", tokens: '0:un/1[U.N.] 1:work/1[work]' },
  { name: 'a missing space after a stop', text: 'work.The end.', tokens: '0:work/1[work] 1:the/1[The] 2:end/1[end]' },
  { name: 'addresses', text: 'gko@iom.int', tokens: '0:gko/1[gko] 1:iom/1[iom] 2:int/1[int]' },
  { name: 'thousands with commas', text: '1,234 1,234,567', tokens: '0:1234/0[1,234] 1:1234567/0[1,234,567]' },
  { name: 'thousands with dots', text: '63.316 1.234.567', tokens: '0:63316/0[63.316] 1:1234567/0[1.234.567]' },
  {
    name: 'thousands with narrow spaces',
    text: '63\u202f316 1\u00a0234\u00a0567',
    tokens: '0:63316/0[63\u202f316] 1:1234567/0[1\u00a0234\u00a0567]',
  },
  {
    name: 'groups that are none',
    text: '12\u00a03456 28,2011',
    tokens: '0:12/0[12] 1:3456/0[3456] 2:28.2011/0[28,2011]',
  },
  {
    name: 'decimals',
    text: '5.93 2,5 1,234.56 1.234,56 0.125',
    tokens: '0:5.93/0[5.93] 1:2.5/0[2,5] 2:1234.56/0[1,234.56] 3:1234.56/0[1.234,56] 4:0.125/0[0.125]',
  },
  {
    name: 'dates and versions stay apart',
    text: '12.5.2009 192.168.1.1',
    tokens: '0:12/0[12] 1:5/0[5] 2:2009/0[2009] 3:192/0[192] 4:168/0[168] 5:1/0[1] 6:1/0[1]',
  },
  {
    name: 'a number at the end of a sentence',
    text: 'in 2009. In 2010,',
    tokens: '0:in/1[in] 1:2009/0[2009] 2:in/1[In] 3:2010/0[2010]',
  },
  { name: 'ranges of years', text: '2009-2011', tokens: '0:2009/0[2009] 1:2011/0[2011]' },
  {
    name: 'a word joined with a number',
    text: 'COVID-19',
    tokens: '0:covid/1[COVID] 0:covid19/0[COVID-19] 1:19/0[19]',
  },
  { name: 'letters with digits are not stemmed', text: '1990s H1N1', tokens: '0:1990s/0[1990s] 1:h1n1/0[H1N1]' },
  {
    name: 'digits of other scripts',
    language: 'ar',
    text: '٢٠١١ ١٬٢٣٤٫٥',
    tokens: '0:2011/0[٢٠١١] 1:1234.5/0[١٬٢٣٤٫٥]',
  },
  { name: 'footnote marks are no part of words', text: 'camps² and ½', tokens: '0:camp/1[camps] 1:and/1[and]' },
  { name: 'full width', text: 'ＩＯＭ　２０１１', tokens: '0:iom/1[ＩＯＭ] 1:2011/0[２０１１]' },
  {
    name: 'decomposed letters',
    text: 'Cafe\u0301 Sa\u0303o',
    language: 'pt',
    tokens: '0:caf/5[Cafe\u0301] 1:sa/5[Sa\u0303o]',
  },
  {
    name: 'ligatures and plain letters',
    text: 'ﬁnal Straße Łódź Ærø İstanbul',
    language: 'sw',
    tokens: '0:final/0[ﬁnal] 1:strasse/0[Straße] 2:lodz/0[Łódź] 3:aero/0[Ærø] 4:istanbul/0[İstanbul]',
  },
  { name: 'a foreign script in an English text', text: 'Мьянма Burma', tokens: '0:мьянма/0[Мьянма] 1:burma/1[Burma]' },
  {
    name: 'single line breaks do not part',
    text: 'human\ntrafficking',
    tokens: '0:human/1[human] 1:traffick/1[trafficking]',
  },
  { name: 'blank lines part by one position', text: '\n\none\n \n\r\n\ntwo\n\n', tokens: '0:one/1[one] 2:two/1[two]' },
  {
    name: 'Han as overlapping pairs',
    language: 'zh',
    text: '社会福利 局',
    tokens: '0:社会/0[社会] 1:会福/0[会福] 2:福利/0[福利] 3:局/0[局]',
  },
  {
    name: 'Han beside digits and Latin',
    language: 'zh',
    text: '2011年IOM',
    tokens: '0:2011/0[2011] 1:年/0[年] 2:iom/0[IOM]',
  },
  { name: 'half-width kana', language: 'ja', text: 'ｶﾞｲﾄﾞ', tokens: '0:ガイ/0[ｶﾞｲ] 1:イド/0[ｲﾄﾞ]' },
  { name: 'Thai characters with their marks', language: 'th', text: 'ที่นี้', tokens: '0:ที่นี้/0[ที่นี้]' },
  { name: 'Hangul words', language: 'ko', text: '난민 캠프', tokens: '0:난민/0[난민] 1:캠프/0[캠프]' },
  {
    name: 'Arabic letters',
    language: 'ar',
    text: 'أَحْمَد الهجرة هجرـــة',
    tokens: '0:احمد/4[أَحْمَد] 1:هجر/4[الهجرة] 2:هجر/4[هجرـــة]',
  },
  {
    name: 'German umlauts, written out and not',
    language: 'de',
    text: 'Flüchtlinge Fluechtlinge Straße Strasse',
    tokens: '0:fluchtling/7[Flüchtlinge] 1:fluchtling/7[Fluechtlinge] 2:strass/7[Straße] 3:strass/7[Strasse]',
  },
  {
    name: 'Russian ё and stress marks',
    language: 'ru',
    text: 'ребёнок ребенок мигра́нты',
    tokens: '0:ребенок/6[ребёнок] 1:ребенок/6[ребенок] 2:мигрант/6[мигра́нты]',
  },
  {
    name: 'an undefined language is not stemmed',
    language: 'so',
    text: 'Tahriibka',
    tokens: '0:tahriibka/0[Tahriibka]',
  },
  { name: 'a regional tag', language: 'pt-BR', text: 'imigrações', tokens: '0:imigr/5[imigrações]' },
]
