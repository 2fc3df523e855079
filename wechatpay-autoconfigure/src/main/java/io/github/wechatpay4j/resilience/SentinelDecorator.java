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

package io.github.wechatpay4j.resilience;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

import com.alibaba.csp.sentinel.AsyncEntry;
import com.alibaba.csp.sentinel.EntryType;
import com.alibaba.csp.sentinel.ResourceTypeConstants;
import com.alibaba.csp.sentinel.SphU;
import com.alibaba.csp.sentinel.Tracer;
import com.alibaba.csp.sentinel.context.Context;
import com.alibaba.csp.sentinel.context.ContextUtil;
import com.alibaba.csp.sentinel.slots.block.BlockException;
import com.alibaba.csp.sentinel.slots.block.RuleConstant;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeException;
import com.alibaba.csp.sentinel.slots.block.flow.FlowException;
import io.github.wechatpay4j.CallNotPermittedException;
import io.github.wechatpay4j.CallNotPermittedException.Reason;
import io.github.wechatpay4j.client.CallDecorator;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.WechatPayRequest;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Makes calls resources of Sentinel. The rules are the application's; a merchant's name
 * is the first parameter, for rules about parameters. Transport failures, 5xx and answers
 * whose signature is wrong count as exceptions. Safe for use by many threads.
 */
public final class SentinelDecorator implements CallDecorator {

	private final Function<Operation<?>, String> resources;

	/**
	 * Creates a decorator.
	 * @param resources the name of the resource for an operation
	 */
	public SentinelDecorator(Function<Operation<?>, String> resources) {
		this.resources = resources;
	}

	@Override
	public <T> Mono<T> decorate(WechatPayRequest<T> request, Merchant merchant, Mono<T> call) {
		return Mono.defer(() -> {
			if (!Schedulers.isInNonBlockingThread()) {
				return guard(() -> enter(request, merchant), merchant, call);
			}
			// A rule that paces calls lets their thread sleep, which no event loop may
			Context context = ContextUtil.getContext();
			return guard(() -> within(context, () -> enter(request, merchant)), merchant, call)
				.subscribeOn(Schedulers.boundedElastic());
		});
	}

	/** Leaves before the answer is passed on: whoever has it may call again at once. */
	private static <T> Mono<T> guard(Callable<AsyncEntry> door, Merchant merchant, Mono<T> call) {
		return Mono.using(door,
				(entry) -> call.doOnError(Failures::counts, (failure) -> Tracer.traceEntry(failure, entry)),
				(entry) -> entry.exit(1, merchant.name()));
	}

	private AsyncEntry enter(WechatPayRequest<?> request, Merchant merchant) {
		String resource = this.resources.apply(request.operation());
		try {
			return SphU.asyncEntry(resource, ResourceTypeConstants.COMMON_RPC, EntryType.OUT, 1,
					new Object[] { merchant.name() });
		}
		catch (BlockException ex) {
			throw new CallNotPermittedException(request.operation().name(), reason(ex), "a rule of Sentinel about '"
					+ resource + "' does not permit it (" + ex.getClass().getSimpleName() + ")");
		}
	}

	/** Sentinel keeps who calls, which rules may name, with the thread. */
	private static AsyncEntry within(Context context, Supplier<AsyncEntry> door) {
		AtomicReference<AsyncEntry> entry = new AtomicReference<>();
		ContextUtil.runOnContext(context, () -> entry.set(door.get()));
		return Objects.requireNonNull(entry.get(), "entered");
	}

	private static Reason reason(BlockException refusal) {
		if (refusal instanceof DegradeException) {
			return Reason.CIRCUIT_OPEN;
		}
		if (refusal instanceof FlowException flow) {
			return (flow.getRule().getGrade() == RuleConstant.FLOW_GRADE_THREAD) ? Reason.CONCURRENCY
					: Reason.RATE_LIMIT;
		}
		return Reason.OTHER;
	}

}
