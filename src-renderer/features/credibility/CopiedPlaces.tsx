import Box from '@mui/material/Box'
import { Link } from 'react-router'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import type { SharedSentence } from '#domain/shared-text'
import { LitText } from '#ui/LitText.tsx'
import { colours } from '#ui/theme'
import { placeName, textAt } from './places.ts'

const mostShown = 6

/** Every place in which a sentence stands, its own first, with the sentence lit in what surrounds it. */
export function CopiedPlaces(props: {
  copied: SharedSentence
  own: string
  forms: ReadonlyMap<string, SelfEvaluation>
  unitName: (id: string) => string
}) {
  const { copied, own, forms } = props
  const ordered = copied.places.toSorted(
    (left, right) => Number(right.formId === own) - Number(left.formId === own),
  )
  return (
    <Box component="details" sx={{ mt: 1, '& summary': { cursor: 'pointer', color: colours.primary } }}>
      <summary>对照 {copied.places.length} 处原文</summary>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2, mt: 1 }}>
        {ordered.slice(0, mostShown).map(({ formId, unitId, name, at }) => {
          const form = forms.get(formId)
          return (
            <Box
              component="li"
              key={`${formId} ${at}`}
              sx={{ pl: 2, borderLeft: `2px solid ${colours.line}` }}
            >
              <Box sx={{ fontSize: 12, color: colours.secondary }}>
                {formId === own ? '本表' : <Link to={`/evaluation/self/${formId}`}>{name}</Link>}（
                {props.unitName(unitId)}）{form && ` · ${placeName(at, form)}`}
              </Box>
              {form && <LitText text={textAt(at, form)} sentence={copied.sentence} />}
            </Box>
          )
        })}
        {ordered.length > mostShown && <li>另有 {ordered.length - mostShown} 处相同。</li>}
      </Box>
    </Box>
  )
}
