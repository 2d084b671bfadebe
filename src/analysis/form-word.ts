/** What is a word of a text to the forms of concepts? */

/** A word as the concept matcher knows it. */
export interface FormWord {
  /** Words of concepts' forms that it may stand for, by number. */
  readonly words: readonly number[]
  /** Begins a form of a concept. */
  readonly opensForm: boolean
}

/** A word that is in no form. */
export const NO_FORM_WORD: FormWord = { words: [], opensForm: false }
