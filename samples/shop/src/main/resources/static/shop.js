'use strict';

const byId = (id) => document.getElementById(id);
const yuan = (fen) => '¥' + (fen / 100).toFixed(2);
const fen = (input) => Math.round(Number(input.value) * 100);
let simulator = null;
let order = null;
let timer = null;

async function call(method, path, body) {
	const response = await fetch(path, {
		method,
		headers: body ? { 'Content-Type': 'application/json' } : {},
		body: body ? JSON.stringify(body) : undefined
	});
	const answer = await response.json().catch(() => ({}));
	if (!response.ok) {
		throw new Error(answer.message || `${path} answered ${response.status}`);
	}
	return answer;
}

function show(next) {
	order = next;
	byId('order').hidden = false;
	byId('order-title').textContent = `${order.description}, ${yuan(order.total)}`;
	byId('order-id').textContent = order.id;
	byId('status').textContent = order.status;
	byId('status').dataset.status = order.status;
	byId('transaction').hidden = !order.transactionId;
	byId('transaction-id').textContent = order.transactionId || '';
	byId('paying').hidden = order.status !== 'PENDING';
	byId('refund-form').hidden = !['PAID', 'REFUNDED'].includes(order.status);
}

function watch() {
	clearTimeout(timer);
	timer = setTimeout(async () => {
		try {
			show(await call('GET', `api/orders/${order.id}`));
		} catch (error) {
			fail(error);
		}
		watch();
	}, 1000);
}

function fail(error) {
	byId('error').textContent = error.message;
	byId('error').hidden = false;
}

/** Runs an action once, with its button off meanwhile. */
async function act(button, action) {
	byId('error').hidden = true;
	button.disabled = true;
	try {
		await action();
	} catch (error) {
		fail(error);
	} finally {
		button.disabled = false;
	}
}

byId('order-form').addEventListener('submit', (event) => {
	event.preventDefault();
	act(byId('create'), async () => {
		const created = await call('POST', 'api/orders',
			{ description: byId('description').value, total: fen(byId('price')), channel: 'NATIVE' });
		byId('qr').src = `api/orders/${created.id}/qr`;
		byId('refund-amount').value = (created.total / 100).toFixed(2);
		show(created);
		watch();
	});
});

byId('pay').addEventListener('click', () => act(byId('pay'),
	() => call('POST', `${simulator}/_simulator/orders/${order.id}/pay`)));

byId('close').addEventListener('click', () => act(byId('close'),
	async () => show(await call('POST', `api/orders/${order.id}/close`))));

byId('refund-form').addEventListener('submit', (event) => {
	event.preventDefault();
	act(byId('refund'), async () =>
		show(await call('POST', `api/orders/${order.id}/refunds`, { amount: fen(byId('refund-amount')), reason: 'Asked for on the page' })));
});

(async () => {
	try {
		simulator = (await call('GET', 'api/simulator')).url.replace(/\/$/, '');
		byId('pay').hidden = false;
		byId('or-pay').hidden = false;
		const link = document.createElement('a');
		link.href = simulator;
		link.textContent = 'simulator';
		byId('mode').append('No money moves: this is the ', link, '.');
	} catch (error) {
		byId('mode').textContent = 'Connected to the real WeChat Pay.';
	}
})();
