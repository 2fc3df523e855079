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

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;

/**
 * The unchanging facts about an API operation: one static constant for each request type.
 * Immutable and safe for use by many threads.
 *
 * @param <T> what the platform answers
 */
public final class Operation<T> {

	private final HttpMethod method;

	private final String path;

	private final Class<T> responseType;

	private final String name;

	private final Idempotency idempotency;

	private final @Nullable String businessNumber;

	private final boolean answeringAccepted;

	private final boolean payingOut;

	private final List<Echo<T>> echoes;

	private final List<AnswerField<T>> certain;

	private Operation(Builder<T> builder) {
		this.method = builder.method;
		this.path = builder.path;
		this.responseType = builder.responseType;
		this.name = builder.name;
		this.idempotency = builder.idempotency;
		this.businessNumber = builder.businessNumber;
		this.answeringAccepted = builder.answeringAccepted;
		this.payingOut = builder.payingOut;
		this.echoes = List.copyOf(builder.echoes);
		this.certain = List.copyOf(builder.certain);
	}

	/**
	 * Starts the description of a {@code GET} operation, which is safe to repeat.
	 * @param path the path template, beginning with {@code /v3/}
	 * @param responseType what the platform answers
	 * @param <T> what the platform answers
	 * @return a builder
	 */
	public static <T> Builder<T> get(String path, Class<T> responseType) {
		return of(HttpMethod.GET, path, responseType);
	}

	/**
	 * Starts the description of a {@code POST} operation.
	 * @param path the path template, beginning with {@code /v3/}
	 * @param responseType what the platform answers
	 * @param <T> what the platform answers
	 * @return a builder
	 */
	public static <T> Builder<T> post(String path, Class<T> responseType) {
		return of(HttpMethod.POST, path, responseType);
	}

	/**
	 * Starts the description of an operation of any method.
	 * @param method the HTTP method
	 * @param path the path template, beginning with {@code /v3/}
	 * @param responseType what the platform answers
	 * @param <T> what the platform answers
	 * @return a builder
	 */
	public static <T> Builder<T> of(HttpMethod method, String path, Class<T> responseType) {
		return new Builder<>(method, path, responseType);
	}

	/**
	 * The HTTP method.
	 * @return the method
	 */
	public HttpMethod method() {
		return this.method;
	}

	/**
	 * The path template as the official documents write it, with {@code {variables}}.
	 * @return the path template
	 */
	public String path() {
		return this.path;
	}

	/**
	 * What a successful answer is decoded to.
	 * @return the type
	 */
	public Class<T> responseType() {
		return this.responseType;
	}

	/**
	 * A short stable name for logs and metrics, such as {@code JsapiPayments.prepay}.
	 * @return the name; method and path where none was given
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Whether a repetition can do harm.
	 * @return the idempotency
	 */
	public Idempotency idempotency() {
		return this.idempotency;
	}

	/**
	 * The field whose value makes a repetition the same business action, such as
	 * {@code out_refund_no}.
	 * @return the field's name in the protocol, or {@code null} where there is none
	 */
	public @Nullable String businessNumber() {
		return this.businessNumber;
	}

	/**
	 * Whether 202 is this operation's success: the platform has taken the work and does
	 * it later.
	 * @return whether it is; for other operations 202 means that the outcome is unknown
	 */
	public boolean isAnsweringAccepted() {
		return this.answeringAccepted;
	}

	/**
	 * Whether the call may move money out of an account: a refund, a transfer, profit
	 * sharing, a withdrawal and the like. For these {@code 429} leaves it open what was
	 * done, and an error answer says nothing about the order that bears the business
	 * number: only a query does.
	 * @return whether it may
	 */
	public boolean isPayingOut() {
		return this.payingOut;
	}

	/**
	 * What the answer repeats of the request. One that is there and differs shows that
	 * the answer belongs to another request.
	 * @return the fields, none where the answer repeats nothing
	 */
	public List<Echo<T>> echoes() {
		return this.echoes;
	}

	/**
	 * What every answer has. One without such a field is no answer to this operation.
	 * @return the fields
	 */
	public List<AnswerField<T>> certain() {
		return this.certain;
	}

	boolean sendsJson() {
		return !HttpMethod.GET.equals(this.method) && !HttpMethod.DELETE.equals(this.method);
	}

	@Override
	public String toString() {
		return this.method + " " + this.path;
	}

	/**
	 * Builds an {@link Operation}.
	 *
	 * @param <T> what the platform answers
	 */
	public static final class Builder<T> {

		private final HttpMethod method;

		private final String path;

		private final Class<T> responseType;

		private String name;

		private Idempotency idempotency;

		private @Nullable String businessNumber;

		private boolean answeringAccepted;

		private boolean payingOut;

		private final List<Echo<T>> echoes = new ArrayList<>();

		private final List<AnswerField<T>> certain = new ArrayList<>();

		private Builder(HttpMethod method, String path, Class<T> responseType) {
			this.method = Objects.requireNonNull(method, "method");
			this.path = Objects.requireNonNull(path, "path");
			this.responseType = Objects.requireNonNull(responseType, "responseType");
			if (!path.startsWith("/")) {
				throw new IllegalArgumentException("path must begin with '/': " + path);
			}
			this.name = method + " " + path;
			this.idempotency = HttpMethod.GET.equals(method) ? Idempotency.SAFE : Idempotency.NONE;
		}

		/**
		 * Names the operation for logs and metrics.
		 * @param name a short stable name
		 * @return this builder
		 */
		public Builder<T> name(String name) {
			this.name = Objects.requireNonNull(name, "name");
			return this;
		}

		/**
		 * Declares that repeating the call with the same value of the given field is the
		 * same business action.
		 * @param businessNumber the field's name in the protocol
		 * @return this builder
		 */
		public Builder<T> keyedBy(String businessNumber) {
			this.businessNumber = Objects.requireNonNull(businessNumber, "businessNumber");
			if (this.idempotency != Idempotency.SAFE) {
				this.idempotency = Idempotency.KEYED;
			}
			return this;
		}

		/**
		 * Declares that the call changes nothing, although its method is not {@code GET}.
		 * @return this builder
		 */
		public Builder<T> safe() {
			this.idempotency = Idempotency.SAFE;
			return this;
		}

		/**
		 * Declares that the platform answers 202 when it has taken the work.
		 * @return this builder
		 */
		public Builder<T> answersAccepted() {
			this.answeringAccepted = true;
			return this;
		}

		/**
		 * Declares that the call may move money out of an account.
		 * @return this builder
		 * @see Operation#isPayingOut()
		 */
		public Builder<T> paysOut() {
			this.payingOut = true;
			return this;
		}

		/**
		 * Declares that the answer repeats an input: an answer in which it differs is
		 * refused. A request of another type than the given one is not compared.
		 * @param field the field's name in the answer
		 * @param requestType the type of the request
		 * @param asked reads the input from the request
		 * @param answered reads the field from the answer
		 * @param <R> the type of the request
		 * @return this builder
		 */
		public <R extends WechatPayRequest<T>> Builder<T> echo(String field, Class<R> requestType,
				Function<? super R, ? extends @Nullable Object> asked,
				Function<? super T, ? extends @Nullable Object> answered) {
			Objects.requireNonNull(requestType, "requestType");
			Objects.requireNonNull(asked, "asked");
			this.echoes.add(new Echo<>(new AnswerField<>(field, answered),
					(request) -> requestType.isInstance(request) ? asked.apply(requestType.cast(request)) : null));
			return this;
		}

		/**
		 * Declares that every answer has a field: one without it is refused.
		 * @param field the field's name in the answer
		 * @param answered reads the field from the answer
		 * @return this builder
		 */
		public Builder<T> certain(String field, Function<? super T, ? extends @Nullable Object> answered) {
			this.certain.add(new AnswerField<>(field, answered));
			return this;
		}

		/**
		 * Builds the operation.
		 * @return the operation
		 */
		public Operation<T> build() {
			return new Operation<>(this);
		}

	}

}
