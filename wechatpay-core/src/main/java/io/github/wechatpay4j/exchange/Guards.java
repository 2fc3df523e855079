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
import io.netty.channel.ChannelPipeline;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;
import reactor.netty.http.client.HttpClient;
import reactor.util.context.ContextView;

/**
 * Puts a guard on each connection, and tells it of each conversation.
 */
final class Guards {

	private final Surprises surprises;

	Guards(Surprises surprises) {
		this.surprises = surprises;
	}

	HttpClient install(HttpClient client) {
		return client.doOnChannelInit((observer, channel, address) -> guard(channel))
			.doOnRequest((request, connection) -> begin(connection.channel(), request.currentContextView()));
	}

	/** Where TLS negotiates the protocol there is no codec yet, and nothing to guard. */
	private @Nullable ConnectionGuard guard(Channel channel) {
		ChannelPipeline pipeline = channel.pipeline();
		if (pipeline.get(ConnectionGuard.NAME) == null && pipeline.get(NettyPipeline.HttpCodec) != null) {
			ConnectionGuard guard = new ConnectionGuard(this.surprises);
			pipeline.addBefore(NettyPipeline.HttpCodec, ConnectionGuard.NAME, guard);
			pipeline.addAfter(NettyPipeline.HttpCodec, TargetWriter.NAME, new TargetWriter(guard::target));
		}
		return (ConnectionGuard) pipeline.get(ConnectionGuard.NAME);
	}

	private void begin(Channel channel, ContextView context) {
		Conversation<?> conversation = context.getOrDefault(Conversation.class, null);
		if (conversation == null) {
			return;
		}
		if (channel.pipeline().get(NettyPipeline.H2ToHttp11Codec) != null) {
			channel.pipeline()
				.addAfter(NettyPipeline.H2ToHttp11Codec, StreamGuard.NAME,
						new StreamGuard(this.surprises, conversation))
				.addAfter(StreamGuard.NAME, TargetWriter.NAME, new TargetWriter(conversation::target));
			return;
		}
		ConnectionGuard guard = guard(channel);
		if (guard != null) {
			guard.begin(conversation);
		}
	}

}
