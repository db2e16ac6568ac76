import { ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { refuseFields } from './refused-fields.js';

/** A body of which its class can tell at once that it is right, by the same checks. */
interface QuicklyTold {
  isRight(body: unknown): boolean;
}

function isQuicklyTold(metatype: unknown): metatype is QuicklyTold {
  return typeof metatype === 'function' && typeof Reflect.get(metatype, 'isRight') === 'function';
}

/**
 * The checks written beside the fields of a body. Where a crowd sends the same at one moment, its class says `isRight`
 * and the body passes as it came; whatever is not plainly right is told what is wrong by the usual checks.
 */
export class RequestValidation extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      // A sentence names the limit of its check, which is kept with the class.
      validationError: { target: true },
      exceptionFactory: refuseFields,
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { metatype } = metadata;
    if (isQuicklyTold(metatype) && metatype.isRight(value)) return value;
    return super.transform(value, metadata);
  }
}
