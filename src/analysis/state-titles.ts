/**
 * Where does the full style of a state begin? "Republic of the Union of Myanmar" is Myanmar, and so are its styles in
 * other languages: no archive need carry them when the name itself is in them. Written by hand.
 */

import { fold } from './fold.js'

const HEADS = new Set(
  `republic kingdom state commonwealth principality sultanate emirate duchy union
  republique royaume etat principaute sultanat emirat duche
  republica reino estado principado sultanato emirato ducado
  repubblica regno stato principato granducato reino uniao republik konigreich staat furstentum sultanat grossherzogtum
  республика королевство государство княжество султанат союз
  جمهورية مملكة المملكة دولة امارة سلطنة`
    .split(/\s+/)
    .map(fold),
)

const ADJECTIVES = new Set(
  `islamic people's democratic federal federative united socialist plurinational bolivarian hashemite co-operative independent oriental grand arab great
  islamique populaire democratique federale federative unie socialiste bolivarienne hachemite cooperative independant orientale
  islamica popular democratica federativa unida socialista bolivariana hachemi hachemita cooperativa oriental gran grao
  popolare federale socialista cooperativa islamische demokratische volksrepublik bundesrepublik demokratischen sozialistische
  исламская народная демократическая федеративная социалистическая объединенная хашимитское
  الاسلامية الشعبية الديمقراطية الاتحادية الهاشمية العربية`
    .split(/[\s'-]+/)
    .map(fold),
)

const LINKS = new Set(
  'of the de du des d del della delle dello do da dos das la le les l el los las von der des die and et y e und и s'.split(
    ' ',
  ),
)

/** Index of the first word of the style that ends right before the name at `from`; `from` itself when there is none. */
export function titleStart(words: readonly { surface: string }[], from: number): number {
  let start = from
  let hasHead = false
  for (let i = from - 1; i >= 0; i--) {
    const { surface } = words[i]!
    const isHead = HEADS.has(surface)
    if (!isHead && !ADJECTIVES.has(surface) && !LINKS.has(surface)) break
    if (!LINKS.has(surface)) start = i
    hasHead ||= isHead
  }
  return hasHead ? start : from
}
