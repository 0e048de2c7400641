import ExpandMoreOutlined from '@mui/icons-material/ExpandMoreOutlined'
import Accordion from '@mui/material/Accordion'
import AccordionDetails from '@mui/material/AccordionDetails'
import AccordionSummary from '@mui/material/AccordionSummary'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { type Component, desktop } from '#desktop'
import { sentenceFor } from '#ui/error-text'

/** 第三方组件: names, versions and licences, read only when someone wants to see them. */
export function ThirdParty() {
  const [components, setComponents] = useState<Component[]>([])
  const [fault, setFault] = useState('')

  function read(): void {
    if (components.length > 0) return
    desktop.components().then(setComponents, (error: unknown) => setFault(sentenceFor(error)))
  }

  return (
    <Accordion
      disableGutters
      variant="outlined"
      onChange={read}
      slotProps={{ transition: { unmountOnExit: true } }}
    >
      <AccordionSummary expandIcon={<ExpandMoreOutlined />}>
        <Typography component="span">第三方组件及许可</Typography>
      </AccordionSummary>
      <AccordionDetails>
        {fault && <Typography>{fault}</Typography>}
        {components.map(({ name, version, license, text }) => (
          <Box component="details" key={`${name} ${version}`} sx={{ py: 0.5 }}>
            <Box component="summary" sx={{ cursor: 'pointer' }}>
              {name} {version}（{license}）
            </Box>
            <Typography sx={{ whiteSpace: 'pre-wrap', fontSize: 12, color: 'text.secondary', pl: 2, py: 1 }}>
              {text}
            </Typography>
          </Box>
        ))}
      </AccordionDetails>
    </Accordion>
  )
}
