/** Codes for Word files that come back, and for what a merge makes of them. */
import type { CodeEntry } from './entry.ts'

export const returnedCodes = {
  'BACK-01': {
    means: 'The file that came back cannot be read as a Word document',
    cure: 'The hint says how to save it so that it can.',
  },
  'BACK-02': {
    means: 'The Word file belongs to another partnership',
    cure: 'Give the file that was drafted from this intake.',
  },
  'BACK-03': {
    means: 'The Word file no longer carries what it was drafted as, so that was found another way',
    cure: 'Check that the version named is the one the file was made from.',
  },
  'BACK-04': {
    means: 'What the Word file was drafted as is not known, so its own text counts as that',
    cure: 'Read the redline: where file and answers differ, the answers won and the old words are struck out.',
  },
  'BACK-05': {
    means: 'Tracked changes in the Word file are still open, and stay open',
    cure: 'Settle them in Word, or run again with --accept or --reject.',
  },
  'BACK-06': {
    means: 'Something in the Word file has no place in an agreement and was not carried over',
    cure: 'The message gives it in full; put it where it belongs by hand.',
  },
  'BACK-07': {
    means: 'An edit by hand and a change of answers meet in the same words',
    cure: 'Both stand there, one struck out and one inserted. Accept or reject in Word.',
  },
  'BACK-08': {
    means: 'Another copy of the same version was already amended',
    cure: 'Amend from the latest version, after putting the edits of this copy into it.',
  },
  'BACK-09': {
    means: 'A reference points at a clause that was deleted by hand',
    cure: 'Reword the sentence, or put the clause back.',
  },
  'BACK-10': {
    means: 'The Word file lost its bookmarks or styles, so its clauses were matched by their words',
    cure: 'Read what was kept with care, and edit in Word next time.',
  },
  'BACK-11': {
    means: 'An edit by hand was kept',
    cure: 'Nothing to do; read it over.',
  },
  'BACK-12': {
    means: 'Neither answers nor words have changed since the Word file was drafted',
    cure: 'No variation is needed.',
  },
  'BACK-13': {
    means: 'The intake given as the older one is not what the Word file was drafted from',
    cure: 'Give the intake as it was then, or read the answers in the schedule of changes with care.',
  },
  'CONF-03': {
    means: 'A signed agreement would be varied while answers conflict',
    cure: 'Settle the answers that conflict, then run again. Until then nobody should sign the variation.',
  },
  'BACK-17': {
    means: 'The Word file is open in another program',
    cure: 'Save and close it there, and run again if anything was typed since.',
  },
  'BACK-18': {
    means:
      'What the Word file carries of what it was drafted as was changed since, or is no version on record, so it is not believed',
    cure: 'The version on record that it is most like counts instead. Read what is said to have been typed by hand.',
  },
  'BACK-14': {
    means: 'The clause library has other wording of a provision than the Word file was drafted with',
    cure: 'Read it in the redline; with --keep-wording the older wording stays.',
  },
  'BACK-15': {
    means: 'An older wording could not be kept, or not with certainty',
    cure: 'Read the provision, or give --before so that changed answers are told from changed wording.',
  },
  'BACK-16': {
    means: 'No redline could be written that reads as both versions, however coarse, so there is none',
    cure: 'Compare the two Word files in Word, and please report what could not be tracked.',
  },
  'BACK-23': {
    means: 'Whose agreement the Word file is could be told by little, or by nothing',
    cure: 'Make sure that it is the right file, and give the intake its reference and name.',
  },
  'BACK-24': {
    means: 'A part of the redline is shown by whole paragraphs, or whole, and not word by word',
    cure: 'Nothing to do for the text, which is right in both readings; please report what could not be tracked finely.',
  },
  'BACK-25': {
    means:
      'In the Word file that came back, quotation marks, dashes or spaces have other forms, and nothing else there differs',
    cure: 'Nothing to do: Word changes them by itself. The next version keeps them.',
  },
  'BACK-26': {
    means: 'The Word file is another paper of the partnership, and not its agreement',
    cure: 'Give the Word file of the agreement that came back, often partnership-agreement.docx.',
  },
  'BACK-19': {
    means: 'The text changed and the intake records no amendment, so the version counts on by itself',
    cure: 'Record it under amendments in the intake: reference, date, reason, who asked and who agreed.',
  },
  'BACK-20': {
    means: 'Papers of an earlier version stand in the folder, and this amendment writes none in their place',
    cure: 'Keep them with their version, or delete them. `concordat verify` says whose each file is.',
  },
  'BACK-21': {
    means: 'No Word file in the folder belongs to the partnership',
    cure: 'Put the agreement that came back into the folder, or name it with --from.',
  },
  'BACK-22': {
    means: 'Several Word files in the folder belong to the partnership',
    cure: 'Name the one to start from with --from, or move the others out of the folder.',
  },
} as const satisfies Record<string, CodeEntry>
