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

import java.util.function.Supplier;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * Writes the real path and query in place of the template, as late as possible: whatever
 * logs, measures or fails above it never knows them.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the promise that is passed on tells
final class TargetWriter extends ChannelOutboundHandlerAdapter {

	static final String NAME = "wechatpay.target";

	private final Supplier<@Nullable String> target;

	TargetWriter(Supplier<@Nullable String> target) {
		this.target = target;
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		String known = this.target.get();
		context.write((known != null && message instanceof HttpRequest request) ? with(request, known) : message,
				promise);
	}

	/** A copy: the original is what the layers above show. */
	private static HttpRequest with(HttpRequest request, String target) {
		if (request instanceof FullHttpRequest full) {
			return full.replace(full.content()).setUri(target);
		}
		return new DefaultHttpRequest(request.protocolVersion(), request.method(), target, request.headers());
	}

}
