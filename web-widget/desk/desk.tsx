import { render } from 'preact'
import { DeskApp } from './desk-app.tsx'

const place = document.getElementById('desk')
if (place) render(<DeskApp />, place)
