/** Which elements of a page are its frame, by their role, name or content? They are taken out before the article is looked for. */

import { walkNodes } from './node-walk.js'
import { elementsNamed, isElement, type PageElement, type PageNode, removeNode, textContent } from './page-node.js'
import { oneLine } from './plain-text.js'
import { type Amount, measureText, NOTHING, TEXTLESS } from './text-amounts.js'

const FRAME_ROLES = new Set([
  'navigation',
  'search',
  'banner',
  'contentinfo',
  'complementary',
  'dialog',
  'alert',
  'menu',
  'menubar',
])
/** Words of class names and ids, between blanks, dashes and underscores, that name what stands around or between the text. */
const FRAME_NAME =
  /(?:^|[\s_-])(?:share|sharing|sharer|sharedaddy|addthis|addtoany|social(?:[_-]?(?:media|links|icons|share|bar|buttons|nav))?|newsletter|mailing[_-]?list|subscribe|subscription|sign[_-]?up|related|recirc(?:ulation)?|recommend(?:ed|ations?)?|trending|most[_-]?(?:read|popular|viewed)|popular|outbrain|taboola|promo(?:ted|tion)?|advert(?:s|isement|ising)?|ads?|sponsor(?:ed)?|comments?|disqus|respond|cookies?|gdpr|consent|breadcrumbs?|pagination|pager|captions?|credits?|toolbar|author[_-]?(?:bio|box|info|profile)|about[_-]?(?:the[_-]?)?author|bio|tags|taglist|tag[_-]?(?:list|cloud|links)|popup|modal|lightbox|slideshow|carousel|skip[_-]?links?|sr[_-]?only|visually[_-]?hidden|screen[_-]?reader(?:[_-]?text)?|print[_-]?(?:button|link)|widget|sidebar|teasers?|read[_-]?(?:more|next|also)|see[_-]?also|more[_-]?(?:stories|news|on|from)|you[_-]?may[_-]?(?:also[_-]?)?like|next[_-]?(?:article|post|story)|prev(?:ious)?[_-]?(?:article|post|story)|post[_-]?navigation|language[_-]?(?:switcher|selector)|copyright)(?:$|[\s_-])/i
/** Names that an element may bear besides: it is then the article's own. */
const ARTICLE_NAME = /(?:^|[\s_-])(?:article|body|content|entry|main|story|post|text|release|page)(?:$|[\s_-])/i

/** A share of the page's text that no part of a frame has. */
const LARGEST_SHARE = 0.25
/** Shorter elements are taken out whatever their share. */
const SURELY_SMALL = 60
/** A list of links: at least so many items, and so much of the text in links. */
const FEWEST_LINKS = 2
const LINKED = 0.85
const FEWEST_MENU_LINKS = 3
const MAY_BE_MENU = new Set(['td', 'tr', 'div', 'center', 'p', 'section', 'dl'])

const LEADS_ELSEWHERE =
  /^[[(«»>•\s-]*(?:related(?: (?:stories|articles|news|posts?|content|links?|coverage|reading))?|read more|read also|read next|see also|see more|also see|also read|also on|more on|more:|more stories|watch(?: also)?|don['’]t miss|recommended|you (?:may|might) also like|learn more|click here|continue reading|lire aussi|à lire aussi|lire la suite|voir aussi|en savoir plus|lea también|lee también|leer más|ver también|vea también|más información|mehr zum thema|lesen sie auch|siehe auch|mehr dazu|leia também|leia mais|veja também|leggi anche|читайте также|اقرأ أيضا|اقرأ المزيد)(?=[\s:.,)\]…]|$)/iu
const MAY_LEAD = new Set(['p', 'div', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'aside', 'strong', 'em'])

/** Takes out of a page what is not its article, as far as markup tells. */
export function removeFrame(body: PageNode): void {
  const amounts = measureText(body)
  const limit = (amounts.get(body)?.text ?? 0) * LARGEST_SHARE
  walkNodes(body, (node) => {
    if (isElement(node) && node !== body && isFrame(node, amounts.get(node) ?? NOTHING, limit)) {
      removeNode(node)
      return false
    }
    return true
  })
}

function isFrame(element: PageElement, amount: Amount, limit: number): boolean {
  const tag = element.name
  if (TEXTLESS.has(tag)) return true
  // Pages without scripting hide whole articles in blocks that a script shows.
  if ((element.attribs.hidden !== undefined || element.attribs['aria-hidden'] === 'true') && amount.paragraphs <= 2)
    return true
  if (FRAME_ROLES.has(element.attribs.role ?? '') && amount.text < limit) return true
  if (isNamedFrame(element, tag, amount) && (amount.text <= SURELY_SMALL || (amount.text < limit && !isProse(amount))))
    return true
  if (tag === 'ul' || tag === 'ol') return isLinkList(element, amount)
  if (MAY_BE_MENU.has(tag) && isMenu(element, amount)) return true
  return MAY_LEAD.has(tag) && leadsElsewhere(element, amount)
}

function isNamedFrame(element: PageElement, tag: string, amount: Amount): boolean {
  if (tag === 'body' || tag === 'main' || tag === 'article' || tag === 'a') return false
  const { class: className, id } = element.attribs
  if (className === undefined && id === undefined) return false
  const name = `${className ?? ''} ${id ?? ''}`.replace(/([a-z])([A-Z])/g, '$1-$2')
  return FRAME_NAME.test(name) && !(amount.paragraphs > 0 && ARTICLE_NAME.test(name))
}

/** Several paragraphs without many links are text, whatever they are called. */
function isProse({ text, prose }: Amount): boolean {
  return prose > 500 && prose > text * 0.6
}

/** A list whose items are nothing but links to other pages. */
function isLinkList(list: PageElement, { text, linked }: Amount): boolean {
  if (text === 0) return true
  if (list.children.filter(isElement).length < FEWEST_LINKS && text > 80) return false
  return linked >= text * LINKED
}

/** A cell or block of nothing but links: the menu of a page laid out in tables. */
function isMenu(element: PageElement, { text, linked }: Amount): boolean {
  return text > 0 && linked >= text * LINKED && elementsNamed(element, 'a').length >= FEWEST_MENU_LINKS
}

/** "Read also: …" where what follows is a link. */
function leadsElsewhere(block: PageElement, { text, linked }: Amount): boolean {
  if (text > 260 || text < 4) return false
  return (linked >= text * 0.5 || text < 30) && LEADS_ELSEWHERE.test(oneLine(textContent(block)))
}
