import { expect, it } from 'vitest'
import { Analyser, createDescription } from '../../src/analysis/analyser.js'
import { FULL_LEXICON } from '../../src/analysis/lexicon/index.js'
import { BLIND_NEAR_MISSES, BLIND_PAIRS } from './blind-pairs.js'
import { PAIRS,NEAR_MISSES } from './pairs.js'
it('blind', async () => {
  const analyser = await Analyser.create(createDescription({ languages: ['en', 'fr', 'es', 'ar', 'pt', 'ru', 'de', 'it', 'zh'], lexicon: FULL_LEXICON }))
function finds(query: string, text: string, language: string): boolean {
  const held = new Set<string>()
  analyser.analyse(text, language, ({ stem, tag }) => held.add(`${tag} ${stem}`))
  const { tokens, spans } = analyser.analyseQuery(query)
  const isHeld = ({ variants }: { variants: readonly { stem: string; tag: number }[] }): boolean =>
    variants.some(({ stem, tag }) => held.has(`${tag} ${stem}`))
  const content = tokens.filter(
    ({ stopword, surface, start, end }) => !stopword || query.slice(start, end) === surface.toUpperCase(),
  )
  const wanted = content.length > 0 ? content : tokens
  return wanted.every(
    (token) => isHeld(token) || spans.some((span) => tokens.slice(span.from, span.to).includes(token) && isHeld(span)),
  )
}
  const same=(r:any,l:any[])=>l.some((x)=>x.query===r.query&&x.text===r.text)
  console.log('overlap', BLIND_PAIRS.filter((r)=>same(r,PAIRS)).length, BLIND_PAIRS.filter((r)=>PAIRS.some(p=>p.query===r.query)).length)
  const missed = BLIND_PAIRS.filter(({ query, text, language }) => !finds(query, text, language))
  const found = BLIND_NEAR_MISSES.filter(({ query, text, language }) => finds(query, text, language))
  console.log(BLIND_PAIRS.length, 'missed', missed.length, missed.map((r) => r.query + ' => ' + r.text).join('\n'))
  console.log(BLIND_NEAR_MISSES.length, 'found', found.length, found.map((r) => r.query + ' => ' + r.text).join('\n'))
})
