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

package io.github.wechatpay4j.observation;

import java.util.Objects;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * The way of one notification. Used by the thread that processes it.
 */
public final class WechatPayNotificationContext extends Observation.Context {

	private final @Nullable String merchant;

	private final String source;

	private @Nullable String eventType;

	private @Nullable String notificationId;

	private String stage = "received";

	private @Nullable String result;

	private @Nullable String reason;

	/**
	 * Creates a context.
	 * @param merchant the merchant's name in this application, {@code null} if the
	 * address is nobody's
	 * @param source where it comes from
	 */
	public WechatPayNotificationContext(@Nullable String merchant, String source) {
		this.merchant = merchant;
		this.source = Objects.requireNonNull(source, "source");
	}

	/**
	 * The merchant.
	 * @return its name in this application, or {@code null} if the address is nobody's
	 */
	public @Nullable String merchant() {
		return this.merchant;
	}

	/**
	 * Where it comes from.
	 * @return {@code http} if it has just arrived, else where it was kept
	 */
	public String source() {
		return this.source;
	}

	/**
	 * The event, once it is believed.
	 * @return the event type, or {@code null} if it is not known
	 */
	public @Nullable String eventType() {
		return this.eventType;
	}

	/**
	 * The notification's id, once it is believed.
	 * @return the id, or {@code null} if it is not known
	 */
	public @Nullable String notificationId() {
		return this.notificationId;
	}

	/**
	 * How far it has come.
	 * @return the last stage that was reached
	 */
	public String stage() {
		return this.stage;
	}

	/**
	 * What became of it.
	 * @return the result, or {@code null} if it is still on its way
	 */
	public @Nullable String result() {
		return this.result;
	}

	/**
	 * Why it was rejected.
	 * @return the reason, or {@code null} if it was not
	 */
	public @Nullable String reason() {
		return this.reason;
	}

	/**
	 * A stage is reached.
	 * @param stage the stage
	 */
	public void reached(String stage) {
		this.stage = Objects.requireNonNull(stage, "stage");
	}

	/**
	 * The notification is believed.
	 * @param eventType its event type
	 * @param notificationId its id
	 */
	public void identified(String eventType, String notificationId) {
		this.eventType = eventType;
		this.notificationId = notificationId;
	}

	/**
	 * The end is reached.
	 * @param result what became of it
	 * @param reason why it was rejected, {@code null} if it was not
	 */
	public void ended(String result, @Nullable String reason) {
		this.result = result;
		this.reason = reason;
	}

}
