/**
 * A word or mark in; out, the same in its plainest form. Word and LibreOffice curl quotation marks, bind blanks and lengthen dashes by
 * themselves, as soon as a file is typed in, so two forms of one mark are one word to a merge.
 */

const FORMS =
  /[\u2018\u2019\u201A\u201B\u2032\u201C\u201D\u201E\u201F\u2033\u00A0\u2000-\u200A\u202F\u2010-\u2014]/
const EACH_FORM = new RegExp(FORMS.source, 'g')

const plain = (form: string): string =>
  /[\u2018-\u201B\u2032]/.test(form)
    ? "'"
    : /[\u201C-\u201F\u2033]/.test(form)
      ? '"'
      : /[\u2010-\u2014]/.test(form)
        ? '-'
        : ' '

/** Curled quotation marks straight, bound and narrow blanks as common ones, every dash a hyphen. */
export const plainForm = (text: string): string => (FORMS.test(text) ? text.replace(EACH_FORM, plain) : text)

/** Whether two texts differ in nothing but such forms. */
export const isSameButForm = (a: string, b: string): boolean => a === b || plainForm(a) === plainForm(b)
