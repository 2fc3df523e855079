/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.wechatpay4j.operation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a field that programs decide by: who or what it is about, how it stands, how
 * much. It is read strictly: a value of another shape makes the whole answer or
 * notification unreadable, and nothing is ever converted. Any other field of another
 * shape reads as absent.
 * <p>
 * On an object or a list it means that the marks inside count; below a field without a
 * mark they do not.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT })
public @interface Decisive {

	/**
	 * What the field decides.
	 * @return the role
	 */
	Role value();

	/** What a field decides. */
	enum Role {

		/** What it is about: a business number, a number of WeChat Pay, a merchant. */
		IDENTITY,

		/** How it stands. */
		STATE,

		/** How much, and in which currency. */
		AMOUNT

	}

}
