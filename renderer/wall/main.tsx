/** The page of the wall: everyone in the room sees it, nobody acts on it. */
import { mount } from '../kit/app-frame.tsx'
import { WallApp } from './wall-app.tsx'

mount(<WallApp />)
