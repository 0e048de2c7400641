import AppBar from '@mui/material/AppBar'
import Button from '@mui/material/Button'
import CssBaseline from '@mui/material/CssBaseline'
import { createTheme, ThemeProvider } from '@mui/material/styles'
import Typography from '@mui/material/Typography'
import { createRoot } from 'react-dom/client'

/** The least that React and MUI show: what a start is held against. */
function Blank() {
  return (
    <ThemeProvider theme={createTheme()}>
      <CssBaseline />
      <AppBar position="static">
        <Typography>空白页</Typography>
      </AppBar>
      <main>
        <h1>空白页</h1>
        <Button variant="contained">可用</Button>
      </main>
    </ThemeProvider>
  )
}

const root = document.getElementById('root')
if (!root) throw new Error('no root element')
createRoot(root).render(<Blank />)
