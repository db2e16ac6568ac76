/** In which city and at which instant a use case writes; all of its rows carry the same instant. */
export interface Writing {
  readonly cityId: number;
  readonly at: Date;
}
