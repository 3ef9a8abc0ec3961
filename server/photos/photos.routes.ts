import {
  getPhoto,
  removeOwnPhoto,
  removeUserPhoto,
  setOwnPhoto,
  setUserPhoto,
} from '../../contract/photos.ts';
import { on, onPicture, type Route } from '../http/door.ts';
import { removeOwnPhotoAct, removeUserPhotoAct, setOwnPhotoAct, setUserPhotoAct } from './change-photo.ts';
import { getPhotoAct } from './get-photo.ts';

export const photosRoutes: Route[] = [
  onPicture(getPhoto, getPhotoAct),
  on(setUserPhoto, setUserPhotoAct),
  on(removeUserPhoto, removeUserPhotoAct),
  on(setOwnPhoto, setOwnPhotoAct),
  on(removeOwnPhoto, removeOwnPhotoAct),
];
