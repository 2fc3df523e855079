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

package io.github.wechatpay4j.broker;

import java.util.List;

import org.springframework.context.ApplicationContext;

/**
 * A real broker that a test starts and stops.
 */
public interface TestBroker {

	/** What an application needs to use it, as {@code name=value}. */
	List<String> properties();

	/** Stops it; what is stored stays. */
	void stop() throws Exception;

	/** Starts it again. */
	void start() throws Exception;

	/** Stores a message where notifications are. */
	void publish(StoredMessage message) throws Exception;

	/** All messages that were ever stored where notifications are, or those there now. */
	List<StoredMessage> messages() throws Exception;

	/** All dead letters. */
	List<StoredMessage> deadLetters() throws Exception;

	/** Puts the dead letters back. */
	void replay(ApplicationContext application) throws Exception;

	/** Ends it and forgets what is stored. */
	void close() throws Exception;

}
