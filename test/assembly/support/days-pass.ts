/**
 * Days pass for an assembly (`$1`): everything in it moves back, so that the clock of the database stays what it is. To
 * be run by the owner of the tables, inside a city; nobody else could.
 */
export function daysPassing(days: number): readonly string[] {
  const [by, whole] = [`make_interval(secs => ${days * 86_400})`, Math.round(days)];
  return [
    `UPDATE assembly_step SET at = at - ${by}, on_day = on_day - ${whole}, opens_at = opens_at - ${by},
       closes_at = closes_at - ${by} WHERE assembly_id = $1`,
    `UPDATE roll_version SET frozen_on = frozen_on - ${whole} WHERE assembly_id = $1`,
    `UPDATE ballot SET cast_at = cast_at - ${by} WHERE assembly_id = $1`,
  ];
}
