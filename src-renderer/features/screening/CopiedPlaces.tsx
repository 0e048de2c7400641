import Box from '@mui/material/Box'
import { Link } from 'react-router'
import type { Monitoring } from '#domain/monitoring/monitoring'
import type { TextPlace } from '#domain/screening/finding'
import type { CopiedInShort } from '#domain/screening/line'
import { LitText } from '#ui/LitText.tsx'
import { colours } from '#ui/theme'
import { placeName, textAt } from './places.ts'

/** Every place in which a sentence stands, its own first, with the sentence lit in what surrounds it. */
export function CopiedPlaces(props: {
  copied: CopiedInShort
  places: readonly TextPlace[]
  own: string
  formById: ReadonlyMap<string, Monitoring>
  unitName: (id: string) => string
}) {
  const { copied, places, own, formById } = props
  const rest = copied.count - places.length
  return (
    <Box component="details" sx={{ mt: 1, '& summary': { cursor: 'pointer', color: colours.primary } }}>
      <summary>对照 {copied.count} 处原文</summary>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2, mt: 1 }}>
        {places.map((place) => (
          <Place
            key={`${place.monitoringId} ${place.at}`}
            place={place}
            isOwn={place.monitoringId === own}
            sentence={copied.sentence}
            form={formById.get(place.monitoringId)}
            unitName={props.unitName(place.unitId)}
          />
        ))}
        {rest > 0 && <li>另有 {rest} 处相同。</li>}
      </Box>
    </Box>
  )
}

function Place(props: {
  place: TextPlace
  isOwn: boolean
  sentence: string
  form: Monitoring | undefined
  unitName: string
}) {
  const { place, form } = props
  return (
    <Box component="li" sx={{ pl: 2, borderLeft: `2px solid ${colours.line}` }}>
      <Box sx={{ fontSize: 12, color: colours.secondary }}>
        {props.isOwn ? '本表' : <Link to={`/monitoring/${place.monitoringId}`}>{place.name}</Link>}（
        {props.unitName}）{form && ` · ${placeName(place.at, form)}`}
      </Box>
      {form && <LitText text={textAt(place.at, form)} sentence={props.sentence} />}
    </Box>
  )
}
