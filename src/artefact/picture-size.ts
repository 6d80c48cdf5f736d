/** A picture's own size, in CSS pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}
