import Box from '@mui/material/Box'
import { useEffect, useState } from 'react'
import { type ChartOption, chartSvg } from './chart-picture.ts'
import { colours } from './theme.ts'

type Picture = { title: string; option: ChartOption; width: number; height: number }

/** A picture as it will stand in a report; `table` is where its numbers stand. */
export function ChartPicture({ picture, table }: { picture: Picture; table: string }) {
  const { title, option, width, height } = picture
  const [svg, setSvg] = useState('')
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => {
    let current = true
    chartSvg(option, width, height).then(
      (text) => current && setSvg(text),
      (error: unknown) => current && setFailure(error),
    )
    return () => {
      current = false
    }
  }, [option, width, height])
  if (failure) throw failure
  return (
    <Box component="figure" sx={{ m: 0, minHeight: height + 24 }}>
      {svg !== '' && (
        <img
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
          alt={`${title}，数字见${table}`}
          width={width}
          height={height}
          style={{ maxWidth: '100%', height: 'auto' }}
        />
      )}
      <Box component="figcaption" sx={{ fontSize: 12, color: colours.secondary }}>
        {title}
      </Box>
    </Box>
  )
}
