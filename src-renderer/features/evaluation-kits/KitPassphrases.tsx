import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'

/** The passphrases of what was saved, until somebody has noted them. */
export function KitPassphrases(props: {
  rows: readonly { id: string; name: string; passphrase: string }[]
  place: string
  onClose: () => void
}) {
  const { rows, place, onClose } = props
  const { attempt, say } = useToast()

  function copy() {
    attempt(async () => {
      await navigator.clipboard.writeText(
        rows.map(({ name, passphrase }) => `${name}\t${passphrase}`).join('\n'),
      )
      say('口令已复制。请当面、电话或短信告知，不要和文件放在一起。')
    })
  }

  return (
    <Dialog open maxWidth="sm" fullWidth aria-labelledby="kit-passphrases">
      <DialogTitle id="kit-passphrases">口令：请记下后告知专家</DialogTitle>
      <DialogContent>
        <Box sx={{ fontSize: 13, color: 'text.secondary', mb: 2 }}>
          已生成 {place}。口令只在这里显示，关闭后查不到；忘记了可以重新生成。
        </Box>
        <Box component="table" aria-label="口令" sx={{ borderCollapse: 'collapse' }}>
          <tbody>
            {rows.map(({ id, name, passphrase }) => (
              <Box component="tr" key={id} sx={{ '& > *': { py: 1, pr: 6, textAlign: 'left' } }}>
                <Box component="th" scope="row" sx={{ fontWeight: 400 }}>
                  {name}
                </Box>
                <Box
                  component="td"
                  sx={{ fontSize: 18, fontWeight: 600, color: colours.text, letterSpacing: 1 }}
                >
                  {passphrase}
                </Box>
              </Box>
            ))}
          </tbody>
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={copy}>复制口令</Button>
        <Button variant="contained" onClick={onClose}>
          已记下
        </Button>
      </DialogActions>
    </Dialog>
  )
}
