import Box from '@mui/material/Box'
import { colours } from './theme.ts'

/** The four steps that everything from outside takes. */
export const wizardSteps = ['选择', '识别', '核对', '写入'] as const
export type WizardStep = (typeof wizardSteps)[number]

export function WizardSteps({ step }: { step: WizardStep }) {
  const here = wizardSteps.indexOf(step)
  return (
    <Box
      component="ol"
      aria-label="导入步骤"
      sx={{ display: 'inline-flex', listStyle: 'none', gap: 2, m: 0, p: 0, fontSize: 13 }}
    >
      {wizardSteps.map((name, index) => (
        <Box
          component="li"
          key={name}
          {...(index === here ? { 'aria-current': 'step' as const } : {})}
          sx={{
            display: 'flex',
            gap: 1,
            alignItems: 'center',
            color: index === here ? colours.primary : 'text.secondary',
            fontWeight: index === here ? 600 : 400,
            '&:not(:last-child)::after': { content: '"›"', ml: 1, color: colours.placeholder },
          }}
        >
          <span aria-hidden="true">{index < here ? '✓' : index + 1}</span> {name}
        </Box>
      ))}
    </Box>
  )
}
