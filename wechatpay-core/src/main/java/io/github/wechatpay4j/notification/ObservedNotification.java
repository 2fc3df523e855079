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

package io.github.wechatpay4j.notification;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.observation.WechatPayNotificationContext;
import io.github.wechatpay4j.observation.WechatPayNotificationConvention;
import io.micrometer.observation.Observation;

/**
 * An observation under way, on one thread.
 */
final class ObservedNotification implements NotificationProgress {

	private final WechatPayNotificationContext context;

	private final Observation observation;

	private final Observation.Scope scope;

	private final WechatPayNotificationConvention convention;

	ObservedNotification(WechatPayNotificationContext context, Observation observation,
			WechatPayNotificationConvention convention) {
		this.context = context;
		this.observation = observation.start();
		this.scope = this.observation.openScope();
		this.convention = convention;
		event("received");
	}

	@Override
	public void verified() {
		reached("verified");
	}

	@Override
	public void decrypted(VerifiedNotification notification) {
		this.context.identified(notification.eventType(), notification.id());
		reached("decrypted");
	}

	@Override
	public void claimed() {
		reached("claimed");
	}

	@Override
	public void handled() {
		reached("handled");
	}

	@Override
	public void stored() {
		reached("stored");
	}

	@Override
	public void acknowledged(NotificationOutcome outcome) {
		this.context.ended(outcome.name(), null);
		end("acknowledged");
	}

	@Override
	public void rejected(Throwable failure) {
		this.context.ended("REJECTED",
				(failure instanceof NotificationRejectedException rejected) ? rejected.reason().name() : "INTERNAL");
		this.observation.error(failure);
		end("rejected");
	}

	private void reached(String stage) {
		this.context.reached(stage);
		event(stage);
	}

	private void end(String event) {
		event(event);
		this.scope.close();
		this.observation.stop();
	}

	/** Micrometer asks conventions at the start and at the end only. */
	private void event(String stage) {
		this.context.addLowCardinalityKeyValues(this.convention.getLowCardinalityKeyValues(this.context));
		this.observation.event(Observation.Event.of(stage));
	}

}
