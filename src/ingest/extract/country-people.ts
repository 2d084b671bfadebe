/** Which words before the name of a place say that it is a person's surname? */

import { foldName } from '../../places/fold-name.js'

function foldedSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).map(foldName))
}

/** Titles that stand before a surname, folded. */
export const PERSON_TITLES = foldedSet(
  'Mr Mrs Ms Miss Dr Prof Professor Sir Dame Judge Justice Sen Senator Rep Congressman Congresswoman Gen Lt Col Capt Captain Sgt Sergeant Major Detective Officer Rev Reverend Father Sister Mme Mlle Monsieur Madame Sr Sra Srta Señor Señora Señorita Don Doña Dona Herr Frau Signor Signora Dott Ing Lic',
)

/** Given names that are frequent in the news in several languages and are no place, folded. Written by hand. */
export const GIVEN_NAMES = foldedSet(
  'Adam Alan Albert Alex Alexander Alfred Alice Allen Amanda Amy Andrea Andrew Angela Ann Anna Anne Anthony Antonio Arthur Barbara Ben Benjamin Bernard Betty Bill Bob Brian Bruce Carlos Carol Caroline Catherine Charles Chris Christian Christine Christopher Claire Claude Clive Craig Daniel Dave David Deborah Denis Dennis Diana Diane Dick Donald Donna Dorothy Doug Ed Eddie Edward Eileen Elena Elizabeth Ellen Emily Emma Eric Erik Ernest Eva Frank Fred Gary Geoffrey George Gerald Glen Glenn Gilbert Gordon Graham Greg Hamilton Harold Harry Heather Helen Henry Howard Hugh Ian Isabel Jack Jacob Jacques James Jamie Jane Janet Jason Jean Jeff Jennifer Jeremy Jerry Jessica Jim Jimmy Joan Joe John Jonathan Jorge Joseph Joshua José Juan Judith Judy Julia Julian Julie Justin Karen Karl Kate Kathleen Keith Kelly Ken Kenneth Kevin Kim Larry Laura Lawrence Lee Leo Leonard Leslie Lewis Linda Lisa Louis Louise Lucy Luis Luke Lynn Marc Margaret Maria Marie Mark Martha Martin Mary Matt Matthew Maureen Max Mel Melissa Michael Michel Michelle Miguel Mike Nancy Neil Nicholas Nick Nicole Nigel Norman Oliver Oscar Pat Patricia Patrick Paul Paula Pedro Peter Phil Philip Phillip Pierre Rachel Ralph Ray Raymond Rebecca Richard Rick Rita Rob Robert Robin Roger Ron Ronald Rose Roy Russell Ruth Ryan Sally Sam Samuel Sandra Sara Sarah Scott Sean Sharon Simon Sophie Stephanie Stephen Steve Steven Stuart Sue Susan Suzanne Ted Teresa Terry Thomas Tim Timothy Todd Tom Tony Tracy Vanessa Vernon Vincent Walter Warren Wayne Wendy William Abdul Abdullah Ahmed Ahmad Aisha Ali Aminata Ana Angelina Aung Barack Carmen Dmitri Emmanuel Fatima Fatou Fernando Francisco Franck Francois François Giovanni Giuseppe Hans Hassan Hussein Ibrahim Igor Ivan Javier Jens Jürgen Kamala Khaled Kofi Lars Luca Luigi Manuel Marco Mariam Mario Mehmet Mohamed Mohammed Muhammad Mustafa Nicolas Olga Omar Osman Pablo Ramón Roberto Rosa Sergei Svetlana Tariq Vladimir Yusuf',
)

/**
 * Names of places that are also given names, folded: followed at once by another capital, they are probably a person.
 */
export const PLACES_AS_GIVEN_NAMES = foldedSet(
  'Jordan Chad Georgia Eugene Petra Israel Kenya Florence Sydney Dallas Austin Houston Orlando Madison Lincoln Victoria Virginia Carolina Savannah Brooklyn Regina Santiago Salvador Milan Kent Devon Bradford Chelsea Trinidad America Maurice Maurício Maurizio Holland Francia Montana Cheyenne Denver Jackson Charlotte Augusta Gary Salem Malaga Nancy Jos Said Saida Diego Samara Kos Ireland Rosario Cruz Mercedes',
)

/**
 * Capitalised words that may follow the name of a country at once without making it a person, folded.
 */
export const PLACE_FOLLOWERS = foldedSet(
  'River Valley Times Post Ministry Minister Government Governor President Prime Foreign King Queen Crown Prince University National International Red Airport Border Borders Office Mission Police Army Air Airlines Bank Embassy Ambassador Customs Team Country Director Chief Program Programme Project Refugee Refugees Migration Response Compact Conference Week Day Parliament Senate House Court Supreme Central Development Relief Fund Federation Chamber Civil Defence Interior Social Women Islamic Muslim Catholic Football Rugby Cricket Olympic State Street Stock Exchange Steel Oil Petroleum Telecom Phosphate Cement Tech Power Pacific Gulf Southern Department And Or In On At To For With From Is Was Has Had Will Says Said After Over As By Against Amid Calls Seeks Opens Begins',
)
