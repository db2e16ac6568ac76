import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { problemOf, refuseFields } from '#libs/platform';
import { plainToInstance, type ClassConstructor } from 'class-transformer';
import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import { testApp, type TestApp } from '../support/app.js';

type Dto = ClassConstructor<object>;

const LONG = 'x'.repeat(20_000);
/** Something for every check to refuse. */
const UNFIT: readonly unknown[] = [
  ...[undefined, null, '', ' ', LONG, 'no day', -1e12, 1e12, 0.5, '-1e12', '1e12', true, {}, { nobody: 1 }],
  ...[[], [1], [''], [LONG], [{}], ['x', 'x'], Array.from({ length: 1000 }, (_, n) => `x${n}`)],
];
/** Fields that are asked for only beside a certain other one. */
const BESIDE: Readonly<Record<string, object>> = {
  ...{ code: { kind: 'area' }, id: { kind: 'compound' } },
  ...{ rank: { post: 'alternate' }, ground: { kind: 'disqualified' }, resolutionId: { kind: 'removed' } },
};

let test: TestApp;

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());

function checksOf(dto: Dto): readonly { readonly property: string; readonly check: string }[] {
  return getMetadataStorage()
    .getTargetValidationMetadatas(dto, '', false, false)
    .filter(({ type }) => type !== 'conditionalValidation' && type !== 'whitelistValidation')
    .map(({ propertyName, name, type }) => ({ property: propertyName, check: name ?? type }));
}

/** The classes below a class: what its fields hold. */
function below(dto: Dto): Dto[] {
  const types = checksOf(dto).map(({ property }) => {
    const instance = plainToInstance(dto, { [property]: [{}] }) as Record<string, unknown>;
    return ([instance[property]].flat()[0] as object | undefined)?.constructor as Dto | undefined;
  });
  return types.filter((type) => type !== undefined && checksOf(type).length > 0) as Dto[];
}

/** Every class that a route of the application reads its body or query into, with all that lies below it. */
function dtosOfRoutes(): readonly Dto[] {
  const controllers = test.app.get(DiscoveryService, { strict: false }).getControllers();
  const scanner = test.app.get(MetadataScanner, { strict: false });
  const classes = controllers.flatMap(({ metatype }) => {
    const prototype = (metatype as Dto).prototype as object;
    return scanner
      .getAllMethodNames(prototype)
      .flatMap((name) => (Reflect.getMetadata('design:paramtypes', prototype, name) ?? []) as Dto[]);
  });
  const found = new Set(classes.filter((type) => typeof type === 'function' && checksOf(type).length > 0));
  for (const dto of found) for (const nested of below(dto)) found.add(nested);
  return [...found];
}

/** Each check that a value of the field fails, alone, as the application would be told of it. */
function failures(dto: Dto, property: string): ValidationError[] {
  return UNFIT.flatMap((value) => {
    const request = plainToInstance(dto, {
      ...BESIDE[property],
      ...(value === undefined ? {} : { [property]: value }),
    });
    const errors = validateSync(request, { whitelist: true, forbidNonWhitelisted: true });
    return errors
      .filter((error) => error.property === property)
      .flatMap((error) =>
        Object.keys(error.constraints ?? {}).map((check) =>
          Object.assign(Object.create(Object.getPrototypeOf(error) as object) as ValidationError, error, {
            constraints: { [check]: error.constraints?.[check] },
            children: [],
          }),
        ),
      );
  });
}

describe('what a field is told that does not fit', () => {
  it('is said in Chinese, and in English, for every check of every field of every route', () => {
    const dtos = dtosOfRoutes();
    expect(dtos.length).toBeGreaterThan(25);
    const silent: string[] = [];
    const leaks: string[] = [];
    for (const dto of dtos) {
      for (const { property, check } of checksOf(dto)) {
        const where = `${dto.name}.${property} ${check}`;
        const failed = failures(dto, property).filter((error) => check in (error.constraints ?? {}));
        if (failed.length === 0) silent.push(where);
        for (const error of failed) {
          const refusal = refuseFields([error]);
          const [zh, en] = (['zh', 'en'] as const).map((language) => problemOf(refusal, language).errors?.[0]?.message);
          // The names of values are English in both languages; sentences are not.
          if (!/\p{Script=Han}/u.test(zh ?? '') || /[a-z]+ [a-z]+/i.test(zh ?? '')) leaks.push(`${where}: ${zh}`);
          if (!en || /\p{Script=Han}/u.test(en)) leaks.push(`${where}: ${en}`);
          if (/\{\d\}|undefined|\[object/.test(`${zh} ${en}`)) leaks.push(`${where}: ${zh}, ${en}`);
        }
      }
    }
    expect({ silent, leaks: [...new Set(leaks)] }).toEqual({ silent: [], leaks: [] });
  });

  it('is one thing, the gravest, and names the limit', async () => {
    const send = (language: string) =>
      test.http
        .post('/api/v1/sessions')
        .set('accept-language', language)
        .send({ login: 5, password: 'x'.repeat(300), colour: 1 });
    expect(((await send('zh')).body as { errors: unknown }).errors).toEqual(
      expect.arrayContaining([
        { field: 'login', message: '应为文字' },
        { field: 'password', message: '最多 200 个字' },
        { field: 'colour', message: '不认识的字段，请去掉' },
      ]),
    );
    expect(((await send('en')).body as { errors: unknown[] }).errors).toHaveLength(3);
    const nothing = await test.http.post('/api/v1/sessions').send({ password: 'a password' });
    expect((nothing.body as { errors: unknown }).errors).toEqual([{ field: 'login', message: '必须填写' }]);
  });
});
