// Paragraphs and tables as plain objects in, a document of the `docx` package out, as a developer would write it by hand.

const levels = ['decimal', 'decimal', 'lowerLetter', 'lowerRoman']

/** One numbered outline, body text, tables with a header row, a header and page numbers. */
export function byHand(docx, blocks) {
  const {
    AlignmentType,
    Document,
    Footer,
    Header,
    PageNumber,
    Paragraph,
    Table,
    TableCell,
    TableRow,
    TextRun,
  } = docx
  const { WidthType } = docx
  const paragraph = ({ style, level, pieces }) =>
    new Paragraph({
      style,
      ...(level === undefined ? {} : { numbering: { reference: 'clauses', level } }),
      children: pieces.map(({ text, bold }) => new TextRun({ text, ...(bold ? { bold } : {}) })),
    })
  const table = ({ widths, rows }) => {
    const total = widths.reduce((sum, width) => sum + (width || 1), 0)
    return new Table({
      width: { size: 9000, type: WidthType.DXA },
      columnWidths: widths.map(width => Math.floor((9000 * (width || 1)) / total)),
      rows: rows.map(
        (cells, index) =>
          new TableRow({
            tableHeader: index === 0,
            children: cells.map(
              text => new TableCell({ children: [new Paragraph({ children: [new TextRun({ text })] })] }),
            ),
          }),
      ),
    })
  }
  return new Document({
    numbering: {
      config: [
        {
          reference: 'clauses',
          levels: levels.map((format, level) => ({
            level,
            format,
            text: level === 0 ? '%1.' : level === 1 ? '%1.%2' : `(%${level + 1})`,
            alignment: AlignmentType.LEFT,
            style: { paragraph: { indent: { left: 720 * (level + 1), hanging: 720 } } },
          })),
        },
      ],
    },
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph('Draft')] }) },
        footers: {
          default: new Footer({
            children: [new Paragraph({ children: [new TextRun({ children: [PageNumber.CURRENT] })] })],
          }),
        },
        children: blocks.map(block => ('rows' in block ? table(block) : paragraph(block))),
      },
    ],
  })
}
