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

import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * One call of one API operation: a value that knows its own method, path, bindings and
 * response type. The same request serves the blocking and the reactive client.
 * <p>
 * Implementations are immutable, usually records. They come from the product classes of
 * {@code wechatpay-api}, from {@link RawRequest}, or from the application itself:
 *
 * <pre class="code">
 * record QueryThing(String thingId) implements WechatPayRequest&lt;Thing&gt; {
 *
 *     static final Operation&lt;Thing&gt; OPERATION = Operation.get("/v3/things/{thing_id}", Thing.class).build();
 *
 *     public Operation&lt;Thing&gt; operation() {
 *         return OPERATION;
 *     }
 *
 *     public void bind(RequestTarget.Builder target) {
 *         target.path("thing_id", this.thingId);
 *     }
 *
 * }
 * </pre>
 *
 * Record components are written to JSON in snake case; those that belong to the path or
 * the query carry Jackson's {@code @JsonIgnore}.
 *
 * @param <T> what the platform answers; {@link NoContent} where it answers nothing
 */
public interface WechatPayRequest<T> {

	/**
	 * The operation that this request calls: a constant of the implementing class.
	 * @return the operation
	 */
	Operation<T> operation();

	/**
	 * The number that makes a repetition of this request the same business action: the
	 * value of the field that {@link Operation#businessNumber()} names. The default is
	 * none.
	 * @return the number, or {@code null} if there is none or it was left out
	 */
	default @Nullable String businessNumber() {
		return null;
	}

	/**
	 * What is sent in the header {@code Idempotency-Key}, which few operations take. The
	 * default is nothing.
	 * @return the key, or {@code null} for no such header
	 */
	default @Nullable String idempotencyKey() {
		return null;
	}

	/**
	 * Whether this request may be repeated when its outcome is unknown. An operation that
	 * is keyed by a number which this request leaves out may not.
	 * @return the idempotency
	 */
	default Idempotency idempotency() {
		Idempotency idempotency = operation().idempotency();
		return (idempotency == Idempotency.KEYED && businessNumber() == null) ? Idempotency.NONE : idempotency;
	}

	/**
	 * Binds path variables and query parameters. The default binds nothing.
	 * @param target where to put them
	 */
	default void bind(RequestTarget.Builder target) {
	}

	/**
	 * The path and query exactly as they are signed and sent.
	 * @param encryptor encrypts sensitive values
	 * @return the encoded path and query
	 * @throws IllegalArgumentException if a path variable is missing
	 */
	default String target(UnaryOperator<String> encryptor) {
		RequestTarget.Builder target = RequestTarget.of(operation().path(), encryptor);
		bind(target);
		return target.build();
	}

	/**
	 * What is sent. The default is nothing for {@code GET} and {@code DELETE}, and this
	 * object as JSON for every other method.
	 * @return the body
	 */
	default RequestBody body() {
		return operation().sendsJson() ? RequestBody.json(this) : RequestBody.none();
	}

	/**
	 * This request with the fields filled in that the caller left out and the merchant's
	 * configuration knows ({@code mchid}, {@code appid}, {@code notify_url}). The default
	 * fills in nothing.
	 * @param defaults what the configuration knows
	 * @return the completed request
	 * @throws IllegalArgumentException if a required field is neither given nor
	 * configured
	 */
	default WechatPayRequest<T> withDefaults(RequestDefaults defaults) {
		return this;
	}

}
