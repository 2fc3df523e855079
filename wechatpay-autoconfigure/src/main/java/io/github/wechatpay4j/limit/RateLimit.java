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

package io.github.wechatpay4j.limit;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.operation.Operation;

import org.springframework.util.PatternMatchUtils;

/**
 * How many calls each merchant may make of each product. A period never sees more than
 * {@code permits} and {@code burst} together.
 *
 * @param name the name of the limit
 * @param products which products are limited, such as {@code Refunds}, or which
 * operations, such as {@code Refunds.create}; with {@code *} for any text
 * @param merchants which merchants are limited, by the names that the application uses;
 * with {@code *} for any text
 * @param permits how many calls a period allows, spread evenly over it
 * @param period how long the period is
 * @param burst how many calls may be made at once after a pause
 * @param maxWait how long a call may wait for its turn
 */
public record RateLimit(String name, List<String> products, List<String> merchants, long permits, Duration period,
		long burst, Duration maxWait) {

	/**
	 * Creates a limit.
	 * @throws IllegalArgumentException if a number or the period is not positive
	 */
	public RateLimit {
		Objects.requireNonNull(name, "name");
		products = List.copyOf(products);
		merchants = List.copyOf(merchants);
		if (permits < 1 || burst < 1 || period.isNegative() || period.isZero() || maxWait.isNegative()) {
			throw new IllegalArgumentException("permits, burst and period must be positive, maxWait not negative");
		}
	}

	/** The same for who can wait no longer than that. */
	RateLimit within(Duration time) {
		Duration wait = time.isNegative() ? Duration.ZERO : time;
		return (wait.compareTo(this.maxWait) < 0)
				? new RateLimit(this.name, this.products, this.merchants, this.permits, this.period, this.burst, wait)
				: this;
	}

	/**
	 * Whether a call counts.
	 * @param operation what is called
	 * @param merchant in whose name
	 * @return whether it does
	 */
	public boolean covers(Operation<?> operation, Merchant merchant) {
		return this.merchants.stream().anyMatch((pattern) -> PatternMatchUtils.simpleMatch(pattern, merchant.name()))
				&& this.products.stream()
					.anyMatch((pattern) -> PatternMatchUtils.simpleMatch(pattern, Product.of(operation))
							|| PatternMatchUtils.simpleMatch(pattern, operation.name()));
	}

}
