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
package io.github.wechatpay4j.exchange;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.netty.Connection;

/**
 * What is done when a connection brings something unexpected: it is said, counted, and
 * the connection never used again.
 *
 * @param listener counts
 */
record Surprises(ConnectionListener listener) {

	private static final Logger logger = LoggerFactory.getLogger(Surprises.class);

	private static final AttributeKey<Boolean> SPOILT = AttributeKey.valueOf(Surprises.class, "SPOILT");

	void seen(Channel channel, SurpriseException surprise) {
		// A stream of HTTP/2 takes its connection with it: other streams come to their
		// end, new ones go elsewhere
		Channel connection = (channel.parent() != null) ? channel.parent() : channel;
		connection.attr(SPOILT).set(true);
		if (surprise.surprise() == Surprise.REFUSED) {
			// What was wrong with the answer, its caller is notified of
			logger.debug("A connection to {} is not used again: {}", connection.remoteAddress(), surprise.getMessage());
		}
		else {
			logger.warn("A connection to {} is not used again: {}", connection.remoteAddress(), surprise.getMessage());
		}
		this.listener.closed(surprise.surprise());
	}

	static boolean isSpoilt(Connection connection) {
		return connection.channel().hasAttr(SPOILT);
	}

}
