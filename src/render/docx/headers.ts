/** What stands in the margins of each page: reference, version and state above, page numbers below, the state across. */
import type { HouseStyle } from '../../document/house-style.ts'
import type { Properties } from '../../document/nodes.ts'
import { type Element, element, group } from './elements.ts'
import { field, run, runOf } from './inlines.ts'
import { paragraph } from './rendering.ts'
import { sealAttribute } from './text.ts'

const SEPARATOR = '   |   '

/** Word's own WordArt outline of plain text: a shape type that every watermark shape refers to. */
const shapeType = (): Element =>
  element(
    'v:shapetype',
    {
      id: '_x0000_t136',
      coordsize: '21600,21600',
      'o:spt': 136,
      adj: 10800,
      path: 'm@7,l@8,m@5,21600l@6,21600e',
    },
    [
      element(
        'v:formulas',
        undefined,
        [
          'sum #0 0 10800',
          'prod #0 2 1',
          'sum 21600 0 @1',
          'sum 0 0 @2',
          'sum 21600 0 @3',
          'if @0 @3 0',
          'if @0 21600 @1',
          'if @0 0 @2',
          'if @0 @4 21600',
          'mid @5 @6',
          'mid @8 @5',
          'mid @7 @8',
          'mid @6 @7',
          'sum @6 0 @5',
        ].map(eqn => element('v:f', { eqn })),
      ),
      element('v:path', {
        textpathok: 't',
        'o:connecttype': 'custom',
        'o:connectlocs': '@9,0;@10,10800;@11,21600;@12,10800',
        'o:connectangles': '270,180,90,0',
      }),
      element('v:textpath', { on: 't', fitshape: 't' }),
      element('o:lock', { 'v:ext': 'edit', text: 't', shapetype: 't' }),
    ],
  )

/** The state of the document across the page, behind the text. `place` numbers the header, so that ids differ. */
function watermark(state: string, place: number, { font }: HouseStyle): Element {
  const text = sealAttribute(state)
  const width = Math.min(440, 80 + 66 * text.length)
  const height = Math.min(120, Math.round((width / Math.max(text.length, 1)) * 1.5))
  const style = [
    'position:absolute;margin-left:0;margin-top:0',
    `width:${width}pt;height:${height}pt`,
    'rotation:315;z-index:-251658752',
    'mso-position-horizontal:center;mso-position-horizontal-relative:margin',
    'mso-position-vertical:center;mso-position-vertical-relative:margin',
  ].join(';')
  return runOf(undefined, [
    group('w:pict', [
      shapeType(),
      element(
        'v:shape',
        {
          id: `PowerPlusWaterMarkObject${place}`,
          'o:spid': `_x0000_s${2048 + place}`,
          type: '#_x0000_t136',
          alt: text,
          style,
          'o:allowincell': 'f',
          fillcolor: '#d9d9d9',
          stroked: 'f',
        },
        [
          element('v:fill', { opacity: '.4' }),
          element('v:textpath', {
            style: `font-family:"${font.replace(/[^\w -]/g, '')}";font-size:1pt`,
            string: text,
          }),
        ],
      ),
    ]),
  ])
}

/** The header of the cover: only the watermark; none for a final document. */
export const coverHeader = ({ state }: Properties, style: HouseStyle): readonly Element[] =>
  state === '' ? [] : [paragraph('CoverHeader', [watermark(state, 1, style)])]

/** The header of every page after the cover. Right-aligned, so that it fits portrait and landscape alike. */
export function pageHeader({ reference, version, state }: Properties, style: HouseStyle): readonly Element[] {
  const edition = /^\d/.test(version) ? `Version ${version}` : version
  const words = [reference, edition, state].filter(part => part !== '').join(SEPARATOR)
  return [paragraph('Header', [...(state === '' ? [] : [watermark(state, 2, style)]), run(words)])]
}

/** The footer of every page after the cover. Word works both numbers out as it lays out the page. */
export const pageFooter = (): readonly Element[] => [
  paragraph('Footer', [run('Page '), field('PAGE', '1'), run(' of '), field('NUMPAGES', '1')]),
]
