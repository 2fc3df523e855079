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

package io.github.wechatpay4j.actuate;

import java.util.List;
import java.util.Objects;

import io.github.wechatpay4j.inbox.DeadLetter;
import io.github.wechatpay4j.inbox.InboxStatistics;
import io.github.wechatpay4j.inbox.NotificationInbox;

import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * Lists the notifications that could not be handled, and replays or drops them. Their
 * content stays encrypted.
 */
@Endpoint(id = "wechatpaydeadletters")
public final class DeadLetterEndpoint {

	/** So many can be read; the statistics count all. */
	private static final int MAX = 200;

	private final NotificationInbox inbox;

	/**
	 * Creates an endpoint.
	 * @param inbox where the dead letters are
	 */
	public DeadLetterEndpoint(NotificationInbox inbox) {
		this.inbox = Objects.requireNonNull(inbox, "inbox");
	}

	/**
	 * How the inbox stands, and its latest dead letters.
	 * @return the description
	 */
	@ReadOperation
	public DeadLettersDescriptor describe() {
		return new DeadLettersDescriptor(this.inbox.statistics(), this.inbox.deadLetters(MAX));
	}

	/**
	 * Lets a dead letter be handled again.
	 * @param id its id
	 * @return 204, or 404 if there is no such dead letter
	 */
	@WriteOperation
	public WebEndpointResponse<Void> replay(@Selector long id) {
		return answer(this.inbox.replay(id));
	}

	/**
	 * Drops a dead letter: its event counts as done.
	 * @param id its id
	 * @return 204, or 404 if there is no such dead letter
	 */
	@DeleteOperation
	public WebEndpointResponse<Void> drop(@Selector long id) {
		return answer(this.inbox.drop(id));
	}

	private static WebEndpointResponse<Void> answer(boolean found) {
		return new WebEndpointResponse<>(
				found ? WebEndpointResponse.STATUS_NO_CONTENT : WebEndpointResponse.STATUS_NOT_FOUND);
	}

	/**
	 * What the endpoint shows.
	 *
	 * @param inbox how the inbox stands
	 * @param deadLetters the latest dead letters
	 */
	public record DeadLettersDescriptor(InboxStatistics inbox, List<DeadLetter> deadLetters) {

		/**
		 * Creates a descriptor.
		 */
		public DeadLettersDescriptor {
			deadLetters = List.copyOf(deadLetters);
		}

	}

}
