import type { Day, Role } from '#libs/kernel';

/** From which day a city asks a second factor of which roles. */
export interface SecondFactorDemand {
  readonly roles: readonly Role[];
  readonly fromDay: Day;
}

/** Whether somebody with these roles needs a second factor on this day; without a demand nobody does. */
export function asksSecondFactor(demand: SecondFactorDemand | null, roles: readonly Role[], on: Day): boolean {
  return demand !== null && demand.fromDay <= on && roles.some((role) => demand.roles.includes(role));
}
