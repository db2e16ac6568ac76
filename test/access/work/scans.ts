import { FilesService, ScansService } from '#libs/registry';
import type { TestApp } from '../../support/app.js';
import type { TestCity } from '../../support/city.js';
import { aPdf } from '../../support/papers.js';

let count = 0;

/** A scan that hangs on a contract of the city. */
export async function attachedScan(test: TestApp, { operator }: TestCity, service: string): Promise<string> {
  count += 1;
  const file = { name: '附错.pdf', bytes: aPdf(`${operator.cityCode} 附错 ${count}`) };
  const { id } = await test.app.get(FilesService).upload(operator, file);
  const scan = { subjectKind: 'service-mode', subjectId: service, fileId: id } as const;
  return test.app.get(ScansService).attach(operator, scan);
}

/** The same, taken back. */
export async function withdrawnScan(test: TestApp, city: TestCity, service: string): Promise<void> {
  await test.app.get(ScansService).withdraw(city.operator, await attachedScan(test, city, service), '附错小区');
}
