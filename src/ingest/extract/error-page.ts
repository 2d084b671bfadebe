/** Is a page the answer of a server that had none: "404 Not Found", "Page introuvable"? */

import { oneLine } from './plain-text.js'

/** What stands beside the title of such a page is an excuse and a way out. A longer text may be a release. */
const LONGEST_EXCUSE = 1500
/** Beside words that may be the title of a release too: "Access Denied". */
const SHORTEST_RELEASE = 400

/** Wordings, without "error", "HTTP", the number and punctuation around them. */
const SURE = new Set([
  'page not found',
  'file not found',
  'file or directory not found',
  'object not found',
  'url not found',
  'resource not found',
  'content not found',
  'article not found',
  'page cannot be found',
  'page can not be found',
  'the page cannot be found',
  'the page could not be found',
  'page could not be found',
  'the page you requested could not be found',
  'the page you requested was not found',
  'the page you are looking for cannot be found',
  'the requested page could not be found',
  'the resource cannot be found',
  'page does not exist',
  'this page does not exist',
  'page not available',
  'page unavailable',
  'page no longer available',
  'oops page not found',
  'sorry page not found',
  'you are not authorized to access this page',
  'bad gateway',
  'gateway timeout',
  'gateway time out',
  'service unavailable',
  'service temporarily unavailable',
  'internal server',
  'server in application',
  'establishing a database connection',
  'too many requests',
  'method not allowed',
  'request timeout',
  'attention required cloudflare',
  'page non trouvée',
  'page introuvable',
  'la page est introuvable',
  'page inexistante',
  'fichier non trouvé',
  'página no encontrada',
  'no se encontró la página',
  'la página no existe',
  'página não encontrada',
  'seite nicht gefunden',
  'seite wurde nicht gefunden',
  'die seite wurde nicht gefunden',
  'pagina non trovata',
  'pagina niet gevonden',
  'страница не найдена',
  'الصفحة غير موجودة',
  'لم يتم العثور على الصفحة',
  'تعذر العثور على الصفحة',
])
/** Wordings that tell an error beside its number, and as a whole title above a line or two. */
const LIKELY = new Set([
  'forbidden',
  'access denied',
  'access forbidden',
  'unauthorized',
  'gone',
  'bad request',
  'nothing found',
  'server',
  'object moved',
  'document moved',
  'moved permanently',
  'site under maintenance',
  'site maintenance',
  'under maintenance',
  'just a moment',
  'accès refusé',
  'accès interdit',
  'no encontrado',
  'no encontrada',
  'acceso denegado',
  'não encontrado',
  'acesso negado',
  'nicht gefunden',
  'zugriff verweigert',
  'accesso negato',
  'доступ запрещен',
  'доступ запрещён',
  'not found',
  'database',
])
const NUMBER = /(?<!\d)(?:40[0-9]|410|429|50[0-4])(?!\d)/
const SAID_OF_ERRORS = /(?<!\p{L})(?:errors?|http|code|status|erreur|fehler|errore|erro|ошибка|خطأ)(?!\p{L})/iu
/** A site's name may stand before or after it: "Page not found | Newsroom". */
const BETWEEN_PARTS = /\s*[|»«·•–—]\s*|\s+-\s+/u

/**
 * Whether a page is an error's and no release: `certain` when its title is nothing else and the text no more than an
 * excuse; `likely` when there is more text.
 */
export function errorPage(title: string, body: string): 'certain' | 'likely' | undefined {
  if (title.length > 120) return undefined
  const whole = title.toLowerCase().replace(/[’']/g, ' ')
  if (!whole.split(BETWEEN_PARTS).concat(whole).some(isSure))
    return LIKELY.has(wordsOf(whole)) && body.length <= SHORTEST_RELEASE ? 'certain' : undefined
  return body.length <= LONGEST_EXCUSE ? 'certain' : 'likely'
}

function isSure(part: string): boolean {
  const words = wordsOf(part)
  if (!NUMBER.test(part)) return SURE.has(words)
  return SURE.has(words) || LIKELY.has(words) || (words === '' && (SAID_OF_ERRORS.test(part) || part.trim() === '404'))
}

function wordsOf(part: string): string {
  return oneLine(
    part
      .replace(NUMBER, ' ')
      .replace(new RegExp(SAID_OF_ERRORS, 'giu'), ' ')
      .replace(/[^\p{L}\p{M}\s]/gu, ' '),
  )
}
