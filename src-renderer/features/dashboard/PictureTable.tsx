import Box from '@mui/material/Box'
import { Link } from 'react-router'
import { colours } from '#ui/theme'
import type { Picture } from './picture.ts'

const cell = {
  p: '4px 8px',
  borderBottom: `1px solid ${colours.line}`,
  whiteSpace: 'nowrap',
  fontVariantNumeric: 'tabular-nums',
} as const

/** The numbers behind a picture; what can be opened is a link. */
export function PictureTable({ picture, maxHeight }: { picture: Picture; maxHeight: number }) {
  return (
    <Box
      role="region"
      aria-label={`${picture.title}：数据表`}
      tabIndex={0}
      sx={{ mt: 2, maxHeight, overflow: 'auto' }}
    >
      <Box component="table" sx={{ borderCollapse: 'collapse', width: '100%', fontSize: 13 }}>
        <thead>
          <tr>
            {picture.heads.map(({ text, right }) => (
              <Box
                component="th"
                scope="col"
                key={text}
                sx={{
                  ...cell,
                  position: 'sticky',
                  top: 0,
                  bgcolor: colours.head,
                  fontWeight: 600,
                  textAlign: right ? 'right' : 'left',
                }}
              >
                {text}
              </Box>
            ))}
          </tr>
        </thead>
        <tbody>
          {picture.rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map(({ text, right, to }, at) => (
                <Box
                  component="td"
                  key={picture.heads[at]?.text ?? ''}
                  sx={{
                    ...cell,
                    textAlign: right ? 'right' : 'left',
                    maxWidth: 260,
                    overflow: 'hidden',
                    textOverflow: 'ellipsis',
                  }}
                  title={right ? undefined : text}
                >
                  {to ? <Link to={to}>{text}</Link> : text}
                </Box>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  )
}
